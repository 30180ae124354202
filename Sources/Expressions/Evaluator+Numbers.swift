internal import Scalars

extension Evaluator {
  /// Adds, subtracts, multiplies or divides from left to right.
  ///
  /// Null, a division by zero and a result out of range make the whole null.
  func arithmetic(from first: UInt16) -> Value {
    let value = value(first)
    guard case .number(var total) = value else { return unusable(value, at: first) }
    var operand = node(first).next
    while operand != 0, case .arithmetic(let operation)? = node(operand).joint {
      let value = self.value(operand)
      guard case .number(let number) = value else { return unusable(value, at: operand) }
      guard let result = operation.result(total, number) else { return .null }
      total = result
      operand = node(operand).next
    }
    return .number(total)
  }

  func negative(of operand: UInt16) -> Value {
    let value = value(operand)
    guard case .number(let number) = value else { return unusable(value, at: operand) }
    return .number(number.negated)
  }

  func magnitude(of operand: UInt16) -> Value {
    let value = value(operand)
    guard case .number(let number) = value else { return unusable(value, at: operand) }
    return .number(number.magnitude)
  }

  /// The operand that `isBetter` than all others; null if any of them is null.
  func extremum(from first: UInt16, _ isBetter: (Number, Number) -> Bool) -> Value {
    let value = value(first)
    guard case .number(var best) = value else { return unusable(value, at: first) }
    var operand = node(first).next
    while operand != 0 {
      let value = self.value(operand)
      guard case .number(let number) = value else { return unusable(value, at: operand) }
      if isBetter(number, best) { best = number }
      operand = node(operand).next
    }
    return .number(best)
  }

  /// The first operand rounded to as many decimals as the second says, or to a whole number.
  ///
  /// Null where there cannot be so many decimals.
  func rounded(_ first: UInt16, _ rule: RoundingRule) -> Value {
    let value = value(first)
    guard case .number(let number) = value else { return unusable(value, at: first) }
    var decimals = 0
    let second = node(first).next
    if second != 0 {
      let value = self.value(second)
      guard case .number(let given) = value else { return unusable(value, at: second) }
      guard let count = given.decimalCount else { return .null }
      decimals = count
    }
    return .number(number.rounded(rule, decimals: decimals))
  }
}

extension Arithmetic {
  /// The result, or nil where there is none.
  fileprivate func result(_ left: Number, _ right: Number) -> Number? {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left.divided(by: right)
    }
  }
}
