extension ExactDecimal: CustomStringConvertible {
  /// The number as it is written: `24500.00`, `-0.05`.
  ///
  /// The text reads back as the same number with the same decimals. Only an exponent outside
  /// −40…40 is written as one, `15e-400`.
  public var description: String {
    unsafe DigitWriter.text(room: DigitWriter.decimalRoom) { target in
      unsafe DigitWriter.write(self, to: target)
    }
  }
}
