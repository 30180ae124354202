/// A number as records hold them: exact when it can be, otherwise the nearest double.
///
/// What is written with up to 18 digits stays the decimal it is, and so does whatever addition,
/// subtraction, multiplication and division make of such numbers while the result fits. The rest
/// are doubles. The two kinds mix freely: they compare, and hash, by their true values.
///
/// A `.binary` is finite, and an `.exact` lies within the range of a double, being neither beyond
/// the largest nor so close to zero that the nearest double is zero. Everything that makes numbers
/// here keeps to that, and hands back `nil` where it cannot; `init(exact:)` and `init(binary:)`
/// check what comes from elsewhere.
@frozen
public enum Number: Sendable {
  /// A decimal, exactly.
  case exact(ExactDecimal)
  /// A finite double, which stands for its true binary value.
  case binary(Double)

  /// Makes a whole number.
  @inlinable
  public init(_ integer: Int64) {
    self = .exact(ExactDecimal(integer))
  }

  /// Makes a number from a double, or `nil` when that is infinite or not a number.
  @inlinable
  public init?(binary double: Double) {
    guard double.isFinite else { return nil }
    self = .binary(double)
  }

  /// Makes a number from a decimal, or `nil` when that lies out of the range of a double.
  @inlinable
  public init?(exact decimal: ExactDecimal) {
    // With 1 to 19 digits, 10^-300 … 10^299 needs no closer look.
    guard (-300...280).contains(decimal.exponent) || decimal.isWithinDoubleRange else {
      return nil
    }
    self = .exact(decimal)
  }

  /// The nearest double; from the middle, the even one.
  @inlinable
  public var doubleValue: Double {
    switch self {
    case .exact(let decimal): decimal.doubleValue
    case .binary(let double): double
    }
  }

  /// Whether the number is an integer.
  public var isWhole: Bool {
    switch self {
    case .exact(let decimal): decimal.isWhole
    case .binary(let double): double == double.rounded(.towardZero)
    }
  }
}

extension ExactDecimal {
  /// The nearest double; from the middle, the even one.
  ///
  /// It is infinite beyond the largest double, and zero below half the smallest.
  public var doubleValue: Double {
    let magnitude = Double.nearest(significand: significand.magnitude, exponent: Int(exponent))
    return significand < 0 ? -magnitude : magnitude
  }

  /// Whether the nearest double is finite, and zero only for zero.
  @usableFromInline
  var isWithinDoubleRange: Bool {
    let double = doubleValue
    return double.isFinite && (double != 0 || significand == 0)
  }
}
