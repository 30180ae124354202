extension Number {
  /// Returns the sum, exact if it can be, or `nil` when it is beyond the range of a double.
  ///
  /// The sum of two decimals that has no exact form is rounded once, to the nearest double. With a
  /// double on either side, both sides are taken as doubles.
  @inlinable
  public static func + (left: Number, right: Number) -> Number? {
    if case (.exact(let first), .exact(let second)) = (left, right) {
      if let sum = first.adding(second) { return Number(exact: sum) }
      return Number(binary: first.nearestSum(second, sign: 1))
    }
    return Number(binary: left.doubleValue + right.doubleValue)
  }

  /// Returns the difference, exact if it can be, or `nil` when it is beyond the range of a double.
  ///
  /// Rounding is that of a sum.
  @inlinable
  public static func - (left: Number, right: Number) -> Number? {
    if case (.exact(let first), .exact(let second)) = (left, right) {
      if let difference = first.subtracting(second) { return Number(exact: difference) }
      return Number(binary: first.nearestSum(second, sign: -1))
    }
    return Number(binary: left.doubleValue - right.doubleValue)
  }

  /// Returns the product, exact if it can be, or `nil` when it is out of the range of a double.
  ///
  /// Out of range is also a product that would round to zero without being zero. Rounding is that
  /// of a sum.
  @inlinable
  public static func * (left: Number, right: Number) -> Number? {
    if case (.exact(let first), .exact(let second)) = (left, right) {
      if let product = first.multiplied(by: second) { return Number(exact: product) }
      return Number(nonzero: first.nearestProduct(second))
    }
    let (first, second) = (left.doubleValue, right.doubleValue)
    if first == 0 || second == 0 { return Number(binary: first * second) }
    return Number(nonzero: first * second)
  }

  /// Returns the quotient, exact if it can be, or `nil` when there is none.
  ///
  /// There is none for a divisor of zero, nor where the quotient is out of the range of a double or
  /// would round to zero without being zero. Rounding is that of a sum.
  @inlinable
  public func divided(by divisor: Number) -> Number? {
    if case (.exact(let first), .exact(let second)) = (self, divisor) {
      guard second.significand != 0 else { return nil }
      if let quotient = first.divided(by: second) { return Number(exact: quotient) }
      return Number(nonzero: first.nearestQuotient(second))
    }
    let (first, second) = (doubleValue, divisor.doubleValue)
    guard second != 0 else { return nil }
    if first == 0 { return Number(binary: first / second) }
    return Number(nonzero: first / second)
  }

  /// The number with the opposite sign.
  @inlinable
  public var negated: Number {
    switch self {
    case .binary(let double): .binary(-double)
    case .exact(let decimal):
      if let negated = decimal.negated { .exact(negated) } else { .binary(-decimal.doubleValue) }
    }
  }

  /// The number without its sign.
  @inlinable
  public var magnitude: Number {
    switch self {
    case .binary(let double): .binary(double.magnitude)
    case .exact(let decimal): decimal.significand < 0 ? negated : self
    }
  }

  /// The outcome of an operation that can be zero only by rounding.
  @usableFromInline
  init?(nonzero double: Double) {
    guard double != 0 else { return nil }
    self.init(binary: double)
  }
}
