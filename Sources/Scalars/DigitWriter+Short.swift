extension DigitWriter {
  /// Writes a double with so many decimals where that takes few digits, by arithmetic of doubles alone.
  ///
  /// The value times the power of ten is rounded once. That moves it to a middle of two whole numbers or
  /// from one, but never past one: so unless it comes to stand in the middle, the nearest whole number is
  /// that of the true value too.
  ///
  /// - Returns: The count of bytes written, up to the 11 of which 18 may be overwritten; nil when there
  ///   are more than eight digits, or a middle is met, or the value is not finite.
  @inlinable
  @inline(__always)
  public static func writeShort(
    _ value: Double, _ decimals: FixedDecimals, to target: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    let scaled = (value * decimals.power).magnitude
    // Too large to have digits behind the point.
    let shift = 0x1p52
    let shifted = scaled + shift
    // What is no number, or too large, is no small difference either.
    let units = shifted.bitPattern &- shift.bitPattern
    guard units < 100_000_000, (scaled - (shifted - shift)).magnitude != 0.5 else { return nil }

    unsafe target.pointee = UInt8(ascii: "-")
    let sign = units == 0 ? 0 : Int(value.bitPattern &>> 63)
    let start = unsafe target + sign
    let digits = eightDigits(of: units)
    guard decimals.count < 8 else {
      // What eight digits leave over is zeros.
      unsafe store(zeros, to: start)
      unsafe start[1] = UInt8(ascii: ".")
      unsafe store(digits | zeros, to: start + (decimals.count &- 6))
      return sign &+ 1 &+ decimals.tail
    }
    // The lowest byte is the first digit; one digit stays before the point.
    let skipped = (digits | decimals.lastWhole).trailingZeroBitCount / 8
    let whole = 8 &- skipped &- decimals.count
    let text = digits | zeros
    unsafe store(text &>> UInt64(8 &* skipped), to: start)
    unsafe start[whole] = UInt8(ascii: ".")
    unsafe store(text &>> decimals.shift, to: start + whole + 1)
    return sign &+ whole &+ decimals.tail
  }

  /// The eight digits of a number below 10⁸, each as a byte, the first in the lowest.
  ///
  /// Halves, quarters and single digits are told apart side by side. A quotient is a product with the
  /// inverse, large enough for numbers of eight, four and two digits; and as it takes the place of what
  /// it was taken from, less its multiple, both are settled by one multiplication.
  @inlinable
  @inline(__always)
  static func eightDigits(of number: UInt64) -> UInt64 {
    let high = (number &* 109_951_163) &>> 40
    let fours = number &<< 32 &- high &* (10_000 &<< 32 &- 1)
    let hundreds = (fours &* 10_486) &>> 20 & 0x7F_0000_007F
    let twos = fours &<< 16 &- hundreds &* (100 &<< 16 &- 1)
    let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
    return twos &<< 8 &- tens &* (10 &<< 8 &- 1)
  }

  @inlinable
  @inline(__always)
  static func store(_ text: UInt64, to target: UnsafeMutablePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: text.littleEndian, as: UInt64.self)
  }

  /// The text of eight zeros.
  @inlinable static var zeros: UInt64 { 0x3030_3030_3030_3030 }
}
