extension Number: Comparable {
  /// Whether two numbers have exactly the same value.
  @inlinable
  public static func == (left: Number, right: Number) -> Bool {
    switch (left, right) {
    case (.exact(let left), .exact(let right)): left == right
    case (.binary(let left), .binary(let right)): left == right
    case (.exact(let left), .binary(let right)): left.compared(to: right) == 0
    case (.binary(let left), .exact(let right)): right.compared(to: left) == 0
    }
  }

  /// Whether the value on the left is the smaller one.
  ///
  /// A double counts as what it is: `0.1` as a double is greater than the exact `0.1`.
  @inlinable
  public static func < (left: Number, right: Number) -> Bool {
    switch (left, right) {
    case (.exact(let left), .exact(let right)): left < right
    case (.binary(let left), .binary(let right)): left < right
    case (.exact(let left), .binary(let right)): left.compared(to: right) < 0
    case (.binary(let left), .exact(let right)): right.compared(to: left) > 0
    }
  }
}

extension Number: Hashable {
  /// Feeds the value, not its kind or spelling, into the hasher.
  public func hash(into hasher: inout Hasher) {
    // Numbers of one value have one nearest double.
    hasher.combine(doubleValue)
  }
}

extension ExactDecimal {
  /// −1, 0 or 1 as the number is less than, equal to or greater than a finite double.
  @usableFromInline
  func compared(to double: Double) -> Int {
    let nearest = doubleValue
    if nearest != double { return nearest < double ? -1 : 1 }
    // The double is the nearest one to this number; it may still lie on either side of it.
    if double == 0 { return Int(significand.signum()) }
    if exponent == 0, significand.magnitude <= 1 << 53 { return 0 }
    let order = ExactRatio(Natural(UInt128(significand.magnitude)), exponent: Int(exponent))
      .compared(to: BinaryNumber(magnitudeOf: double))
    return significand < 0 ? -order : order
  }
}
