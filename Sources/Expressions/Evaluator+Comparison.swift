internal import Scalars

extension Evaluator {
  /// Each operand against the one before it, as if joined by `and`, every operand computed once.
  func comparison(from first: UInt16) -> Value {
    var isOpen = false
    var left = value(first)
    var operand = node(first).next
    while operand != 0, case .relation(let relation)? = node(operand).joint {
      let right = value(operand)
      let outcome = related(left, relation, right, at: operand)
      switch outcome {
      case .boolean(true): break
      case .null: isOpen = true
      default: return outcome
      }
      left = right
      operand = node(operand).next
    }
    return isOpen ? .null : .boolean(true)
  }

  /// Whether the relation holds; `operand` is the node that a failure names.
  @inline(__always)
  func related(_ left: Value, _ relation: Relation, _ right: Value, at operand: UInt16) -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)): .boolean(relation.holds(left, right))
    case (.text(let left), .text(let right)): .boolean(relation.holds(left, right))
    default: relatedOthers(left, relation, right, at: operand)
    }
  }

  private func relatedOthers(
    _ left: Value, _ relation: Relation, _ right: Value, at operand: UInt16
  ) -> Value {
    switch (left, right) {
    case (.failure, _): return left
    case (_, .failure): return right
    case (.time(let left), .time(let right)): return .boolean(relation.holds(left, right))
    case (.day(let left), .day(let right)): return .boolean(relation.holds(left, right))
    default: break
    }
    if !relation.isOrdering { return .boolean(areSame(left, right) == (relation == .equal)) }
    guard let previous = left.type, let found = right.type else { return .null }
    return .failure(Failure(node: operand, found: found, previous: previous))
  }

  /// Whether both are null, or the same value of the same type.
  ///
  /// Lists and objects are never the same as anything.
  private func areSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.day(let left), .day(let right)): left == right
    default: false
    }
  }

  // MARK: Membership

  /// Whether the value of the first operand is among those of the others.
  func membership(from first: UInt16, _ isNegated: Bool) -> Value {
    let sought = value(first)
    if case .failure = sought { return sought }
    var operand = node(first).next
    while operand != 0 {
      let element = value(operand)
      if case .failure = element { return element }
      if areSame(sought, element) { return .boolean(!isNegated) }
      operand = node(operand).next
    }
    return .boolean(isNegated)
  }

  /// Whether the value of an operand is among constants.
  func membership(of operand: UInt16, among range: Range<UInt16>, _ isNegated: Bool) -> Value {
    let sought = value(operand)
    if case .failure = sought { return sought }
    let isFound = range.contains { areSame(sought, constant($0)) }
    return .boolean(isFound != isNegated)
  }
}

extension Relation {
  /// Whether the relation holds between two values of one type.
  @inline(__always)
  fileprivate func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
