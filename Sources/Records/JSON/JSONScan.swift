import Scalars

/// The smallest steps of reading JSON: each looks at the bytes from one place on and says where a
/// string, a number or a word ends.
///
/// They read eight bytes at a time and may look up to ``padding`` bytes past the last byte of the
/// record, so whoever owns the memory keeps that many zero bytes after its data. A zero byte ends
/// every token, so no scan ever runs past them.
enum JSONScan {
  /// How many zero bytes must stand after the data.
  static let padding = 64

  /// Eight bytes as one number, the first byte lowest.
  @inline(__always)
  static func word(at place: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// How many bytes are the same from two places on, up to so many.
  @inline(__always)
  static func alike(
    _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, upTo most: Int
  ) -> Int {
    // Two words a round; the second may stand past the last byte, as the padding allows.
    var count = 0
    while count < most {
      let first = unsafe word(at: one + count) ^ word(at: other + count)
      if first != 0 { return min(count &+ first.trailingZeroBitCount / 8, most) }
      let second = unsafe word(at: one + count + 8) ^ word(at: other + count + 8)
      if second != 0 { return min(count &+ 8 &+ second.trailingZeroBitCount / 8, most) }
      count &+= 16
    }
    return most
  }

  /// How many digits follow.
  @inline(__always)
  static func digits(at place: UnsafePointer<UInt8>) -> Int {
    var count = 0
    while true {
      let difference = unsafe word(at: place + count) ^ 0x3030_3030_3030_3030
      // The high bit of a byte is set where the byte is no digit; only the lowest one is asked for,
      // so a carry out of it does no harm.
      let others = ((difference &+ 0x7676_7676_7676_7676) | difference) & 0x8080_8080_8080_8080
      if others != 0 { return count + others.trailingZeroBitCount / 8 }
      count += 8
    }
  }

  /// How many bytes follow that may stand in a string as they are: no quote, no backslash, no
  /// control character, nothing beyond ASCII.
  @inline(__always)
  static func plainText(at place: UnsafePointer<UInt8>) -> Int {
    var count = 0
    while true {
      let plain = unsafe word(at: place + count).plainTextCount
      count += plain
      if plain < 8 { return count }
    }
  }

  /// The place after the number that begins here, or nil when no JSON number does.
  ///
  /// Whether the number fits a double is asked only where it can fail to: with an exponent or with
  /// very many digits.
  @inline(__always)
  static func number(at place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var ignored = UInt8.max
    return unsafe number(at: place, decimals: &ignored)
  }

  /// The same, with how many decimals it has where it is nothing but digits and a point.
  @inline(__always)
  static func number(
    at place: UnsafePointer<UInt8>, decimals: inout UInt8
  ) -> UnsafePointer<UInt8>? {
    var end = unsafe place
    let isNegative = unsafe end.pointee == UInt8(ascii: "-")
    if isNegative { unsafe end += 1 }
    let whole = unsafe digits(at: end)
    if unsafe whole == 0 || (whole > 1 && end.pointee == UInt8(ascii: "0")) { return nil }
    unsafe end += whole
    var behindPoint = 0
    if unsafe end.pointee == UInt8(ascii: ".") {
      behindPoint = unsafe digits(at: end + 1)
      if behindPoint == 0 { return nil }
      unsafe end += behindPoint + 1
    }
    if unsafe end.pointee | 0x20 == UInt8(ascii: "e") || whole > 300 {
      return unsafe longNumber(from: place, end: end)
    }
    if !isNegative { decimals = UInt8(clamping: behindPoint) }
    return unsafe end
  }

  /// The place after a number that has an exponent or very many digits, if it has a value.
  @inline(never)
  private static func longNumber(
    from start: UnsafePointer<UInt8>, end mantissa: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var end = unsafe mantissa
    if unsafe end.pointee | 0x20 == UInt8(ascii: "e") {
      unsafe end += 1
      if unsafe end.pointee == UInt8(ascii: "+") || end.pointee == UInt8(ascii: "-") {
        unsafe end += 1
      }
      let exponent = unsafe digits(at: end)
      if exponent == 0 { return nil }
      unsafe end += exponent
    }
    let text = unsafe Span(_unsafeStart: start, count: end - start)
    return unsafe (try? Number(text: text)) == nil ? nil : end
  }

  /// The place after the string whose opening quote is here, or nil when it is broken.
  ///
  /// `hasEscapes` becomes true when the string holds a backslash.
  @inline(__always)
  static func string(
    at place: UnsafePointer<UInt8>, hasEscapes: inout Bool
  ) -> UnsafePointer<UInt8>? {
    let end = unsafe place + 1 + plainText(at: place + 1)
    if unsafe end.pointee == UInt8(ascii: "\"") { return unsafe end + 1 }
    return unsafe unusualString(from: end, hasEscapes: &hasEscapes)
  }

  /// Goes on with a string at its first unusual byte: an escape, text beyond ASCII, or a fault.
  @inline(never)
  private static func unusualString(
    from first: UnsafePointer<UInt8>, hasEscapes: inout Bool
  ) -> UnsafePointer<UInt8>? {
    var place = unsafe first
    while true {
      switch unsafe place.pointee {
      case UInt8(ascii: "\""):
        return unsafe place + 1
      case UInt8(ascii: "\\"):
        hasEscapes = true
        guard let after = unsafe JSONEscape.end(at: place) else { return nil }
        unsafe place = after
      case 0x80...:
        let count = unsafe UTF8Check.sequence(at: place)
        if count == 0 { return nil }
        unsafe place += count
      default:
        return nil
      }
      unsafe place += plainText(at: place)
    }
  }

  /// The place after `true`, `false` or `null`, or nil when none of them is here.
  @inline(__always)
  static func literal(
    at place: UnsafePointer<UInt8>, kind: inout RawKind
  ) -> UnsafePointer<UInt8>? {
    let bytes = unsafe word(at: place)
    if bytes & 0xFFFF_FFFF == 0x6575_7274 {
      kind = .true
      return unsafe place + 4
    }
    if bytes & 0xFFFF_FFFF == 0x6C6C_756E {
      kind = .null
      return unsafe place + 4
    }
    if bytes & 0xFF_FFFF_FFFF == 0x65_736C_6166 {
      kind = .false
      return unsafe place + 5
    }
    return nil
  }
}
