/// 10^0 … 10^19, every power of ten that fits in 64 bits.
///
/// A global of literals, so that it lies in the binary and needs no initialisation at run time.
@usableFromInline
let powersOfTen: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]

extension UInt64 {
  /// How many decimal digits the number has; zero has one.
  @inlinable
  var decimalDigitCount: Int {
    // Zero counts as 1; no other number comes to have more digits by its last bit.
    let number = self | 1
    // 1233 / 4096 is log10(2) from below: the estimate is right or one short.
    let estimate = ((64 &- number.leadingZeroBitCount) &* 1233) &>> 12
    return number >= powersOfTen[estimate] ? estimate &+ 1 : estimate
  }
}
