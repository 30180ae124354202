/// The parts of a number's text.
struct NumberScan {
  /// Whether a minus stands before it.
  private(set) var isNegative = false
  /// The first 19 significant digits.
  private(set) var significand: UInt64 = 0
  /// Whether the digits after those are all zeros.
  private(set) var isExact = true
  /// The power of ten that the significand is multiplied by.
  private(set) var exponent = 0
  /// Where the digits, and a point among them, stand in the text.
  private var digits = 0..<0

  /// Takes a text apart, or gives `nil` when it breaks the grammar.
  init?(_ text: Span<UInt8>) {
    var index = 0
    if text.count > 0, text[0] == UInt8(ascii: "-") {
      isNegative = true
      index = 1
    }
    let start = index
    guard readInteger(text, &index), readFraction(text, &index) else { return nil }
    digits = start..<index
    guard readExponent(text, &index), index == text.count else { return nil }
  }

  private mutating func readInteger(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < text.count else { return false }
    if text[index] == UInt8(ascii: "0") {
      index += 1
      return true
    }
    let start = index
    readDigits(text, &index)
    return index > start
  }

  private mutating func readFraction(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: ".") else { return true }
    index += 1
    let start = index
    readDigits(text, &index)
    exponent -= index - start
    return index > start
  }

  private mutating func readDigits(_ text: Span<UInt8>, _ index: inout Int) {
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      index += 1
      if significand < 1_000_000_000_000_000_000 {
        significand = significand &* 10 &+ UInt64(digit)
      } else {
        exponent += 1
        if digit != 0 { isExact = false }
      }
    }
  }

  private mutating func readExponent(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < text.count, text[index] | 0x20 == UInt8(ascii: "e") else { return true }
    index += 1
    guard index < text.count else { return false }
    let isNegative = text[index] == UInt8(ascii: "-")
    if isNegative || text[index] == UInt8(ascii: "+") { index += 1 }
    let start = index
    var power = 0
    while index < text.count, case let digit = text[index] &- UInt8(ascii: "0"), digit < 10 {
      index += 1
      // Far beyond the length of any text, so that no count of digits makes up for it.
      if power < 1 << 48 { power = power * 10 + Int(digit) }
    }
    exponent += isNegative ? -power : power
    return index > start
  }
}

extension NumberScan {
  /// The number with up to 18 digits, or `nil` when it has more.
  ///
  /// An exact number is expected, and the exponent may be one that no double has.
  var decimal: ExactDecimal? {
    var significand = significand
    var exponent = exponent
    if significand == 0 { exponent = min(exponent, 0) }
    while significand >= 1_000_000_000_000_000_000 {
      let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { return nil }
      significand = quotient
      exponent += 1
    }
    let magnitude = Int64(significand)
    return ExactDecimal(
      significand: isNegative ? -magnitude : magnitude, exponent: Int32(clamping: exponent))
  }

  /// The number itself, from all digits that can matter; only for one that is not exact.
  func ratio(of text: Span<UInt8>) -> ExactRatio {
    // No double, and no middle of two, has more than 770 digits: past that, all that counts is
    // whether there is something.
    var number = Natural(0)
    var count = 0
    var hasRest = false
    for index in digits where text[index] != UInt8(ascii: ".") {
      let digit = UInt64(text[index] &- UInt8(ascii: "0"))
      if count == 800 {
        hasRest = hasRest || digit != 0
      } else if count > 0 || digit != 0 {
        number.multiply(by: 10, adding: digit)
        count += 1
      }
    }
    number.multiply(by: 10, adding: hasRest ? 1 : 0)
    // The leading digit stands 18 places above the last one of the significand.
    return ExactRatio(number, exponent: exponent + 18 - count)
  }
}
