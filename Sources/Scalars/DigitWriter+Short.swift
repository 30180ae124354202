extension DigitWriter {
  /// Writes a double with so many decimals where that takes few digits, by arithmetic of doubles alone.
  ///
  /// The value times the power of ten is rounded once. That moves it to a middle of two whole numbers or
  /// from one, but never past one: so unless it comes to stand in the middle, the nearest whole number is
  /// that of the true value too.
  ///
  /// - Returns: The count of bytes written; nil when there are more than eight digits, or a middle is
  ///   met, or the value is not finite.
  @inline(__always)
  static func writeShort(
    _ value: Double, decimals: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    let scaled = value.magnitude * exactPowers[decimals]
    // Too large to have digits behind the point.
    let shift = 0x1p52
    let shifted = scaled + shift
    guard scaled < 1e8, (scaled - (shifted - shift)).magnitude != 0.5 else { return nil }
    let units = shifted.bitPattern &- shift.bitPattern
    guard units < 100_000_000 else { return nil }

    unsafe target.pointee = UInt8(ascii: "-")
    let sign = value < 0 && units != 0 ? 1 : 0
    let start = unsafe target + sign
    let digits = eightDigits(of: units)
    guard decimals < 8 else {
      // What eight digits leave over is zeros.
      unsafe store(zeros, to: start)
      unsafe start[1] = UInt8(ascii: ".")
      unsafe store(digits, to: start + (decimals &- 6))
      return sign &+ decimals &+ 2
    }
    // The lowest byte is the first digit; one digit stays before the point.
    let skipped = Swift.min((digits ^ zeros).trailingZeroBitCount / 8, 7 &- decimals)
    let whole = 8 &- skipped &- decimals
    let text = digits &>> UInt64(8 &* skipped)
    unsafe store(text, to: start)
    if decimals == 0 { return sign &+ whole }
    unsafe start[whole] = UInt8(ascii: ".")
    unsafe store(text &>> UInt64(8 &* whole), to: start + whole + 1)
    return sign &+ whole &+ 1 &+ decimals
  }

  /// The eight digits of a number below 10⁸ as text, the first in the lowest byte.
  ///
  /// Halves, quarters and single digits are told apart side by side; the factors are inverses of 100 and
  /// of 10 that are large enough for numbers of four and of two digits.
  @inline(__always)
  private static func eightDigits(of number: UInt64) -> UInt64 {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    let fours = high | low &<< 32
    let hundreds = (fours &* 10_486) &>> 20 & 0x7F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) &<< 16
    let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
    return (tens | (twos &- tens &* 10) &<< 8) | zeros
  }

  @inline(__always)
  private static func store(_ text: UInt64, to target: UnsafeMutablePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: text.littleEndian, as: UInt64.self)
  }

  /// The text of eight zeros.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }
}

/// 10^0 … 10^9 as doubles.
private let exactPowers: InlineArray<10, Double> = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
