/// A decimal number held exactly, as `significand × 10^exponent`.
///
/// What is written with decimals, a price or a rate, is kept as it was written: `1.50` has the
/// significand 150 and the exponent −2, and prints as `1.50` again. Comparison, equality and
/// hashing go by value, so `1.50` equals `1.5`, and they are exact for every pair of numbers.
/// Nothing here rounds unless asked to; what does not fit is `nil`.
@frozen
public struct ExactDecimal: Sendable {
  /// The digits, with the sign.
  public let significand: Int64

  /// The power of ten that the digits are multiplied by; −2 for two written decimals.
  public let exponent: Int32

  /// Makes the number `significand × 10^exponent`.
  @inlinable
  public init(significand: Int64, exponent: Int32) {
    self.significand = significand
    self.exponent = exponent
  }

  /// Makes a whole number.
  @inlinable
  public init(_ integer: Int64) {
    self.init(significand: integer, exponent: 0)
  }

  /// Returns the number counted in units of `10^-decimals`, or `nil` when that is not whole.
  ///
  /// With two decimals this turns rupees into paise: `105.35` gives 10535, `105.355` gives `nil`,
  /// because a digit would be lost. It is `nil` too when the count does not fit in 64 bits.
  /// Any number of decimals is allowed.
  @inlinable
  public func scaled(toDecimals decimals: Int) -> Int64? {
    let (shift, overflow) = decimals.addingReportingOverflow(Int(exponent))
    if shift == 0 || significand == 0 { return significand }
    // A significand has at most 19 digits, so 10^19 can neither divide it nor multiply it.
    guard !overflow, shift.magnitude < 19 else { return nil }
    let power = Int64(powersOfTen[Int(shift.magnitude)])
    if shift > 0 {
      let (product, overflow) = significand.multipliedReportingOverflow(by: power)
      return overflow ? nil : product
    }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: power)
    return remainder == 0 ? quotient : nil
  }

  /// Whether the number is an integer, however it is written: `2.00` is.
  @inlinable
  public var isWhole: Bool {
    if exponent >= 0 || significand == 0 { return true }
    // At most 18 zeros can end a significand.
    guard exponent > -19 else { return false }
    return significand % Int64(powersOfTen[-Int(exponent)]) == 0
  }
}
