extension DigitWriter {
  /// The room that a decimal, or a number of either kind, needs.
  public static let decimalRoom = 64

  /// The exponents that are written out as zeros.
  private static let plainExponents: ClosedRange<Int32> = -40...40

  /// Writes a decimal as it stands, with the decimals it has: `24500.00`, `-0.05`.
  ///
  /// Only an exponent outside −40…40 is written as one, `15e-400`.
  ///
  /// - Returns: The count of bytes written, at most `decimalRoom`.
  public static func write(
    _ decimal: ExactDecimal, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let count = unsafe writeSign(decimal.significand < 0, to: target)
    let digits = decimal.significand.magnitude
    // A zero has decimals, but no zeros before them.
    let exponent = digits == 0 ? Swift.min(decimal.exponent, 0) : decimal.exponent
    if plainExponents.contains(exponent) {
      return unsafe count
        + writePlain(digits: digits, exponent: Int(exponent), to: target + count)
    }
    var end = unsafe count + write(digits, to: target + count)
    unsafe target[end] = UInt8(ascii: "e")
    end += 1
    return unsafe end + write(Int64(exponent), to: target + end)
  }

  /// Writes a number: a decimal as it stands, a double in its shortest form.
  ///
  /// - Returns: The count of bytes written, at most `decimalRoom`.
  @inlinable
  public static func write(_ number: Number, to target: UnsafeMutablePointer<UInt8>) -> Int {
    switch number {
    case .exact(let decimal): unsafe write(decimal, to: target)
    case .binary(let double): unsafe writeShortest(double, to: target)
    }
  }
}
