extension DigitWriter {
  /// The room that a double needs in either form.
  public static let doubleRoom = 32

  /// Writes the shortest text that reads back as the same double, as JSON has it.
  ///
  /// It is plain from 10^-7 up to below 10^21, `24500`, `0.05`, and has an exponent outside, `1e21`,
  /// `1.5e-8`. Zero is written `0` whatever its sign.
  ///
  /// - Precondition: The value is finite.
  /// - Returns: The count of bytes written, at most `doubleRoom`.
  public static func writeShortest(
    _ value: Double, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    precondition(value.isFinite, "only finite numbers can be written")
    let magnitude = value.magnitude
    let count = unsafe writeSign(value < 0, to: target)
    if magnitude < 1e11 {
      // The text of most prices: a decimal of 15 digits is the only one of its double.
      let scaled = UInt64(magnitude * 10_000 + 0.5)
      if Double(scaled) / 10_000 == magnitude {
        return unsafe count + writePrice(tenThousandths: scaled, to: target + count)
      }
    }
    let decimal = ShortestDecimal(magnitude).reduced
    let (digits, exponent) = (decimal.digits, decimal.exponent)
    if (1e-7..<1e21).contains(magnitude) {
      return unsafe count + writePlain(digits: digits, exponent: exponent, to: target + count)
    }
    return unsafe count + writeScientific(digits: digits, exponent: exponent, to: target + count)
  }

  /// Writes a number of ten-thousandths without zeros at its end.
  private static func writePrice(
    tenThousandths: UInt64, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let (whole, rest) = tenThousandths.quotientAndRemainder(dividingBy: 10_000)
    var count = unsafe write(whole, to: target)
    if rest == 0 { return count }
    unsafe target[count] = UInt8(ascii: ".")
    unsafe write(rest, digits: 4, to: target + count + 1)
    count += 5
    while unsafe target[count - 1] == UInt8(ascii: "0") { count -= 1 }
    return count
  }
}

extension String {
  /// Makes the shortest text that reads back as the same double, as JSON has it.
  ///
  /// - Precondition: The value is finite.
  public init(shortest value: Double) {
    self = unsafe DigitWriter.text(room: DigitWriter.doubleRoom) { target in
      unsafe DigitWriter.writeShortest(value, to: target)
    }
  }
}
