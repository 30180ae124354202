/// The backslash escapes of JSON strings.
enum JSONEscape {
  /// The place after the escape whose backslash is here, or nil when it is none.
  ///
  /// Two halves of a surrogate pair are one escape; half a pair alone stands for no character and
  /// is refused.
  static func end(at backslash: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var ignored: UInt32 = 0
    return unsafe read(at: backslash, scalar: &ignored)
  }

  /// Reads the escape whose backslash is here into the code point it stands for.
  static func read(
    at backslash: UnsafePointer<UInt8>, scalar: inout UInt32
  ) -> UnsafePointer<UInt8>? {
    switch unsafe backslash[1] {
    case UInt8(ascii: "\""): scalar = 0x22
    case UInt8(ascii: "\\"): scalar = 0x5C
    case UInt8(ascii: "/"): scalar = 0x2F
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "f"): scalar = 0x0C
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "t"): scalar = 0x09
    case UInt8(ascii: "u"): return unsafe unicode(at: backslash, scalar: &scalar)
    default: return nil
    }
    return unsafe backslash + 2
  }

  /// Reads `\uXXXX`, or two of them where they are a surrogate pair.
  private static func unicode(
    at backslash: UnsafePointer<UInt8>, scalar: inout UInt32
  ) -> UnsafePointer<UInt8>? {
    guard let high = unsafe hexadecimal(at: backslash + 2) else { return nil }
    switch high {
    case 0xD800...0xDBFF:
      guard
        unsafe backslash[6] == UInt8(ascii: "\\") && backslash[7] == UInt8(ascii: "u"),
        let low = unsafe hexadecimal(at: backslash + 8), (0xDC00...0xDFFF).contains(low)
      else { return nil }
      scalar = 0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00)
      return unsafe backslash + 12
    case 0xDC00...0xDFFF:
      return nil
    default:
      scalar = high
      return unsafe backslash + 6
    }
  }

  /// Four hexadecimal digits as a number.
  private static func hexadecimal(at place: UnsafePointer<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for offset in 0..<4 {
      switch unsafe place[offset] {
      case let digit where digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9"):
        value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case let letter
      where letter | 0x20 >= UInt8(ascii: "a") && letter | 0x20 <= UInt8(ascii: "f"):
        value = value << 4 | UInt32(letter | 0x20 - UInt8(ascii: "a") + 10)
      default:
        return nil
      }
    }
    return value
  }

  /// Writes the text between the quotes of a valid string with its escapes resolved.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    guard var place = text.baseAddress else { return }
    let end = unsafe place + text.count
    while unsafe place < end {
      if unsafe place.pointee == UInt8(ascii: "\\") {
        var scalar: UInt32 = 0
        guard let after = unsafe read(at: place, scalar: &scalar),
          let character = Unicode.Scalar(scalar)
        else { return }
        bytes.append(contentsOf: UTF8.encode(character) ?? .encodedReplacementCharacter)
        unsafe place = after
      } else {
        unsafe bytes.append(place.pointee)
        unsafe place += 1
      }
    }
  }
}
