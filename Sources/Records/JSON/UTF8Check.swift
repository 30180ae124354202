/// Which byte sequences are UTF-8.
enum UTF8Check {
  /// The length of the sequence beyond ASCII that begins here, 0 when it is not UTF-8.
  ///
  /// Refuses stray and missing continuation bytes, overlong forms, surrogates and everything above
  /// U+10FFFF (the table of well-formed sequences in the Unicode standard, chapter 3).
  static func sequence(at place: UnsafePointer<UInt8>) -> Int {
    let first = unsafe place[0]
    let second = unsafe place[1]
    let expected: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0xC2...0xDF: (expected, length) = (0x80...0xBF, 2)
    case 0xE0: (expected, length) = (0xA0...0xBF, 3)
    case 0xED: (expected, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (expected, length) = (0x80...0xBF, 3)
    case 0xF0: (expected, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (expected, length) = (0x80...0xBF, 4)
    case 0xF4: (expected, length) = (0x80...0x8F, 4)
    default: return 0
    }
    guard expected.contains(second) else { return 0 }
    if unsafe length > 2 && place[2] & 0xC0 != 0x80 { return 0 }
    if unsafe length > 3 && place[3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
