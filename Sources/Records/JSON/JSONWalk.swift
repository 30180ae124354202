/// Finds values inside a nested value that has already been found sound.
enum JSONWalk {
  /// The value of a name in the object whose bytes these are; nil when it has none.
  static func member(
    _ name: [UInt8], of object: UnsafeBufferPointer<UInt8>
  ) -> RawValue? {
    guard var place = object.baseAddress else { return nil }
    let end = unsafe place + object.count
    unsafe place = unsafe skipping(place + 1)
    while unsafe place < end && place.pointee == UInt8(ascii: "\"") {
      var hasEscapes = false
      guard let afterKey = unsafe JSONScan.string(at: place, hasEscapes: &hasEscapes) else {
        return nil
      }
      let key = unsafe UnsafeBufferPointer(start: place + 1, count: afterKey - place - 2)
      let start = unsafe skipping(afterKey)
      guard let value = unsafe rawValue(at: start) else { return nil }
      if unsafe isName(key, name, hasEscapes: hasEscapes) { return unsafe value.value }
      unsafe place = unsafe skipping(value.end)
    }
    return nil
  }

  private static func isName(
    _ key: UnsafeBufferPointer<UInt8>, _ name: [UInt8], hasEscapes: Bool
  ) -> Bool {
    guard hasEscapes else { return unsafe key.elementsEqual(name) }
    var bytes: [UInt8] = []
    unsafe JSONEscape.decode(key, into: &bytes)
    return bytes == name
  }

  /// Past blanks, commas and colons, which a sound value has in their places.
  private static func skipping(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = unsafe start
    while true {
      switch unsafe place.pointee {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
        UInt8(ascii: ","), UInt8(ascii: ":"):
        unsafe place += 1
      default: return unsafe place
      }
    }
  }

  /// The value that begins here, and the place after it.
  private static func rawValue(
    at start: UnsafePointer<UInt8>
  ) -> (value: RawValue, end: UnsafePointer<UInt8>)? {
    var span = ValueSpan()
    let end: UnsafePointer<UInt8>?
    switch unsafe start.pointee {
    case UInt8(ascii: "\""):
      span.kind = .text
      unsafe end = unsafe JSONScan.string(at: start, hasEscapes: &span.hasEscapes)
    case UInt8(ascii: "{"):
      span.kind = .object
      unsafe end = unsafe bracketEnd(from: start)
    case UInt8(ascii: "["):
      span.kind = .list
      unsafe end = unsafe bracketEnd(from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      span.kind = .number
      unsafe end = unsafe JSONScan.number(at: start)
    default:
      unsafe end = unsafe JSONScan.literal(at: start, kind: &span.kind)
    }
    guard let end = unsafe end else { return nil }
    span.end = unsafe Int32(truncatingIfNeeded: end - start)
    return unsafe (RawValue(span, at: start), end)
  }

  /// The place after the bracket that closes the one here.
  private static func bracketEnd(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var depth = 0
    var place = unsafe start
    while true {
      switch unsafe place.pointee {
      case UInt8(ascii: "\""):
        var ignored = false
        guard let after = unsafe JSONScan.string(at: place, hasEscapes: &ignored) else {
          return nil
        }
        unsafe place = after
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      unsafe place += 1
      if depth == 0 { return unsafe place }
    }
  }
}
