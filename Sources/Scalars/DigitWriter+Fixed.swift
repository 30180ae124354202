extension DigitWriter {
  /// Writes a double with so many decimals, rounded by its true binary value.
  ///
  /// The middle goes to the even digit: these are the digits of C's `%.2f`. What rounds to zero has
  /// no sign, `0.00`. From 2^63 up, where doubles are far coarser than that, it is the shortest text
  /// instead.
  ///
  /// - Precondition: The value is finite, and `decimals` is 0…9.
  /// - Returns: The count of bytes written, at most `doubleRoom`.
  public static func write(
    _ value: Double, decimals: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if let count = unsafe writeShort(value, FixedDecimals(decimals), to: target) { return count }
    return unsafe writeLong(value, decimals: decimals, to: target)
  }

  /// Writes a double with so many decimals, however many digits there are.
  @inline(never)
  private static func writeLong(
    _ value: Double, decimals: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    precondition(value.isFinite, "only finite numbers can be written")
    guard value.magnitude < 0x1p63 else { return unsafe writeShortest(value, to: target) }

    let (whole, fraction) = fixedParts(of: value, unit: powersOfTen[decimals])
    var count = unsafe writeSign(value < 0 && whole | fraction != 0, to: target)
    count += unsafe write(whole, to: target + count)
    guard decimals > 0 else { return count }
    unsafe target[count] = UInt8(ascii: ".")
    unsafe write(fraction, digits: decimals, to: target + count + 1)
    return count + 1 + decimals
  }

  /// The magnitude of a double below 2^63, rounded to a count of `1 / unit`, as the whole number and
  /// the count beside it.
  private static func fixedParts(
    of value: Double, unit: UInt64
  ) -> (whole: UInt64, fraction: UInt64) {
    let binary = BinaryNumber(magnitudeOf: value)
    guard binary.exponent < 0 else { return (binary.significand &<< UInt64(binary.exponent), 0) }
    let shift = UInt64(-binary.exponent)
    var whole: UInt64 = shift < 64 ? binary.significand &>> shift : 0
    // 53 bits and the 30 of 10^9: from 84 on, less than half a unit is left.
    guard shift < 84 else { return (0, 0) }
    let product = UInt128(binary.significand &- whole &<< shift) &* UInt128(unit)
    var fraction = UInt64(truncatingIfNeeded: product &>> UInt128(shift))
    let rest = product &- UInt128(fraction) &<< UInt128(shift)
    let half = UInt128(1) &<< UInt128(shift &- 1)
    // Up from above the middle, and from the middle of an odd digit: no branch to guess wrong.
    let lastBit = UInt128((whole &* unit &+ fraction) & 1)
    fraction &+= rest &+ lastBit > half ? 1 : 0
    if fraction == unit {
      whole &+= 1
      fraction = 0
    }
    return (whole, fraction)
  }
}

extension String {
  /// Makes the text of a double with so many decimals, rounded by its true binary value.
  ///
  /// - Precondition: The value is finite, and `decimals` is 0…9.
  public init(fixed value: Double, decimals: Int) {
    self = unsafe DigitWriter.text(room: DigitWriter.doubleRoom) { target in
      unsafe DigitWriter.write(value, decimals: decimals, to: target)
    }
  }
}
