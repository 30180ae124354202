/// What a double stands for: `significand × 2^exponent`, without its sign.
struct BinaryNumber {
  var significand: UInt64
  var exponent: Int

  /// Takes a finite double apart.
  init(magnitudeOf double: Double) {
    let isSubnormal = double.exponentBitPattern == 0
    significand = double.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    exponent = Int(isSubnormal ? 1 : double.exponentBitPattern) - 1075
  }

  /// The number halfway between a finite double that is not negative and the next one above.
  static func middle(above double: Double) -> BinaryNumber {
    var result = BinaryNumber(magnitudeOf: double)
    result.significand = 2 * result.significand + 1
    result.exponent -= 1
    return result
  }
}

extension Double {
  /// Whether the last bit of the significand is set, so that rounding to even goes elsewhere.
  var hasOddSignificand: Bool {
    significandBitPattern & 1 == 1
  }
}
