import Scalars

/// Reads the numbers of records.
enum NumberScan {
  /// How many digits are sure to fit an exact decimal.
  private static let safeDigits = 18

  /// The number that these bytes are as JSON writes numbers; nil when they are none.
  @inline(__always)
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Number? {
    if let decimal = unsafe plain(text) { return .exact(decimal) }
    if let whole = unsafe longWhole(text) { return .exact(ExactDecimal(whole)) }
    return unsafe try? Number(text: text.span)
  }

  /// The number that a text is when it is digits, a point and a sign at most.
  static func plainDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Number? {
    guard unsafe !text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    return unsafe number(text)
  }

  /// The number that a text is without the commas between its digits, be they those of thousands or
  /// of lakhs: no group but the first may have one digit, and the last has three.
  ///
  /// No record is read by it; it is for the message that refuses one.
  static func withoutCommas(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (text: String, number: Number)? {
    let whole = unsafe Array(text.prefix { $0 != UInt8(ascii: ".") })
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1, groups.last?.count == 3,
      groups.dropFirst().allSatisfy({ 2...3 ~= $0.count }), groups[0].last != UInt8(ascii: "-"),
      !groups[0].isEmpty
    else { return nil }
    let plain = unsafe text.filter { $0 != UInt8(ascii: ",") }
    let number = unsafe plain.withUnsafeBufferPointer { unsafe plainDecimal($0) }
    return number.map { (String(decoding: plain, as: UTF8.self), $0) }
  }

  /// A number of so few digits that a double holds them, and the power of ten under them.
  struct Short {
    let significand: Int64
    let decimals: Int

    /// The nearest double: one division of two exact numbers.
    var nearest: Double { Double(significand) / NumberScan.powers[decimals] }
  }

  private static let powers: InlineArray<16, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number whose ``ValueSpan/decimals`` are known, in the record that begins at `start`; nil when it has
  /// more than 15 digits.
  @inline(__always)
  static func short(_ span: ValueSpan, in start: UnsafePointer<UInt8>) -> Short? {
    let (place, decimals) = unsafe (start + Int(span.start), Int(span.decimals))
    if span.count <= 8 {
      return unsafe Short(
        significand: inWord(place, span.count, decimals: decimals), decimals: decimals)
    }
    guard span.count - (decimals > 0 ? 1 : 0) <= 15 else { return nil }
    return unsafe Short(significand: inBytes(place, span.count), decimals: decimals)
  }

  /// The digits of a number of one to eight bytes, which are worked on together.
  @inline(__always)
  private static func inWord(
    _ start: UnsafePointer<UInt8>, _ count: Int, decimals: Int
  ) -> Int64 {
    // The last digit is brought to the top, and nothing stands before the first.
    var digits = unsafe JSONScan.word(at: start) ^ 0x3030_3030_3030_3030
    digits &<<= UInt64(64 &- 8 &* count)
    if decimals > 0 {
      // What stands before the point takes its place.
      let point = UInt64(truncatingIfNeeded: 56 &- 8 &* decimals)
      let below: UInt64 = (1 &<< point) &- 1
      digits = digits & ~(below &<< 8 | 0xFF) | (digits & below) &<< 8
    }
    // Neighbours are joined: digits, then pairs, then fours.
    digits = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 100 &+ digits &>> 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits &* 10_000 &+ digits &>> 32) & 0xFFFF_FFFF
    return Int64(truncatingIfNeeded: digits)
  }

  /// The digits of a number of any length, byte by byte.
  @inline(never)
  private static func inBytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    var significand: Int64 = 0
    for index in 0..<count where unsafe start[index] != UInt8(ascii: ".") {
      significand = unsafe significand &* 10 &+ Int64(start[index] &- UInt8(ascii: "0"))
    }
    return significand
  }

  /// A number without an exponent and with no more digits than fit: nearly all of them.
  @inline(__always)
  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    guard text.count <= safeDigits, var place = text.baseAddress else { return nil }
    let end = unsafe place + text.count
    let isNegative = unsafe place.pointee == UInt8(ascii: "-")
    if isNegative { unsafe place += 1 }
    let first = unsafe place
    var point: UnsafePointer<UInt8>?
    var significand: Int64 = 0
    while unsafe place < end {
      let digit = unsafe place.pointee &- UInt8(ascii: "0")
      if digit < 10 {
        significand = significand &* 10 &+ Int64(digit)
      } else if unsafe place.pointee == UInt8(ascii: ".") && point == nil {
        unsafe point = unsafe place
      } else {
        return nil
      }
      unsafe place += 1
    }
    let wholeEnd = unsafe point ?? end
    let whole = unsafe wholeEnd - first
    if unsafe whole == 0 || (whole > 1 && first.pointee == UInt8(ascii: "0")) { return nil }
    let decimals = unsafe point.map { unsafe end - $0 - 1 } ?? 0
    if unsafe point != nil && decimals == 0 { return nil }
    return ExactDecimal(
      significand: isNegative ? -significand : significand, exponent: Int32(-decimals))
  }

  /// A whole number of 19 digits that a machine word just holds: ids and volumes have such.
  private static func longWhole(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = unsafe text.first == UInt8(ascii: "-")
    let digits = unsafe text.dropFirst(isNegative ? 1 : 0)
    guard unsafe digits.count == safeDigits + 1, unsafe digits.first != UInt8(ascii: "0") else {
      return nil
    }
    // Counted downwards: the least number has no positive counterpart.
    var value: Int64 = 0
    for index in unsafe digits.indices {
      let digit = unsafe digits[index] &- UInt8(ascii: "0")
      let (product, isTooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLow) = product.subtractingReportingOverflow(Int64(digit))
      guard digit < 10 && !isTooLong && !isTooLow else { return nil }
      value = sum
    }
    return isNegative ? value : value == .min ? nil : -value
  }
}
