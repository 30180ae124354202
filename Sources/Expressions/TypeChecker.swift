internal import Scalars

/// Gives every node of a syntax tree its type and refuses what can never work.
///
/// Text literals beside a time or a day become constants of that type on the way.
struct TypeChecker {
  private(set) var tree: SyntaxTree
  private(set) var types: [StaticType] = []
  let fields: [Field]
  let source: String
  private let assumingIST: Bool

  init(_ tree: SyntaxTree, fields: [Field], source: String, assumingIST: Bool) {
    self.tree = tree
    self.fields = fields
    self.source = source
    self.assumingIST = assumingIST
  }

  /// Checks all nodes, operands first.
  mutating func check() throws(ExpressionError) {
    types.reserveCapacity(tree.nodes.count)
    for index in tree.nodes.indices {
      types.append(try type(of: index))
    }
  }

  /// Demands that the whole expression is of type `expected`, null or not known yet.
  func requireResult(_ expected: ValueType) throws(ExpressionError) {
    guard case .known(let type) = types[tree.root], type != expected else { return }
    throw diagnosis.wrongResult(type, expected: expected)
  }

  private mutating func type(of index: Int) throws(ExpressionError) -> StaticType {
    let node = tree.nodes[index]
    switch node.kind {
    case .literal(let literal): return literal.type
    case .field(let slot): return fields[slot].type.map(StaticType.known) ?? .unknown
    case .negate, .arithmetic:
      try checkOperands(of: node)
      return .known(.number)
    case .not, .and, .or:
      try checkOperands(of: node)
      return .known(.boolean)
    case .comparison:
      try checkComparison(node)
      return .known(.boolean)
    case .membership:
      try checkMembership(node)
      return .known(.boolean)
    case .call(let function):
      try checkCall(of: function, node)
      return .known(function.declaration.result)
    }
  }

  // MARK: Operands

  private mutating func checkOperands(of node: SyntaxNode) throws(ExpressionError) {
    for operand in node.children {
      guard let demand = Demand(of: node, on: operand, in: tree) else { continue }
      try read(operand, as: demand.type)
      let type = types[operand]
      guard type == .unknown || type == .known(demand.type) else {
        throw diagnosis.unusable(operand, for: demand, found: type.value)
      }
    }
  }

  private mutating func checkCall(
    of function: Function, _ node: SyntaxNode
  ) throws(ExpressionError) {
    let declaration = function.declaration
    guard declaration.accepts(count: node.children.count) else {
      throw diagnosis.wrongCount(of: declaration, at: node)
    }
    try checkOperands(of: node)
    if declaration.arity == .optionalLast, node.children.count == 2 {
      try checkDecimals(node.children[1])
    }
  }

  private func checkDecimals(_ operand: Int) throws(ExpressionError) {
    guard case .literal(.number(let number)) = tree.nodes[operand].kind else { return }
    guard number.decimalCount == nil else { return }
    throw diagnosis.wrongDecimals(operand)
  }

  // MARK: Comparing

  private mutating func checkComparison(_ node: SyntaxNode) throws(ExpressionError) {
    let pairs = zip(node.children, node.children.dropFirst())
    for (left, right) in pairs {
      try readLiteral(left, beside: right)
      try readLiteral(right, beside: left)
    }
    for (left, right) in pairs {
      guard case (.relation(let relation), let place)? = tree.nodes[right].joint else { continue }
      // In a chain it is the condition so far that was meant to be compared: a == b == true.
      if case .literal(.boolean(let truth)) = tree.nodes[right].kind, !relation.isOrdering,
        left != node.children[0], let type = types[left].value, type != .boolean
      {
        throw diagnosis.comparisonWithTruth(
          from: node.children[0], to: left, relation, truth, at: place)
      }
      try checkPair(left, right, relation, at: place)
    }
  }

  private mutating func checkMembership(_ node: SyntaxNode) throws(ExpressionError) {
    let sought = node.children[0]
    for element in node.children.dropFirst() {
      try readLiteral(element, beside: sought)
      try readLiteral(sought, beside: element)
      try checkPair(sought, element, .equal, at: tree.nodes[element].range.lowerBound)
    }
  }

  private func checkPair(
    _ left: Int, _ right: Int, _ relation: Relation, at place: Int
  ) throws(ExpressionError) {
    let pair = (types[left], types[right])
    for operand in [left, right] where relation.isOrdering {
      try requireOrder(of: operand, at: place)
    }
    guard pair.0 != .null, pair.1 != .null else { return }
    for operand in [left, right] where types[operand] == .known(.other) {
      throw diagnosis.structure(operand, at: place)
    }
    if let first = pair.0.value, let second = pair.1.value, first != second {
      throw diagnosis.mismatch(left, first, right, second, relation, at: place)
    }
    if !relation.isOrdering { try checkWords(left, right) }
  }

  private func requireOrder(of operand: Int, at place: Int) throws(ExpressionError) {
    switch types[operand] {
    case .null: throw diagnosis.orderOfNull(at: place)
    case .known(.boolean): throw diagnosis.orderOfConditions(operand, at: place)
    case .known, .unknown: return
    }
  }

  // MARK: Literals of times and days

  private mutating func readLiteral(_ literal: Int, beside other: Int) throws(ExpressionError) {
    if let type = types[other].value { try read(literal, as: type) }
  }

  /// Turns the text literal at `index` into a time or a day where one of these is wanted.
  private mutating func read(_ index: Int, as type: ValueType) throws(ExpressionError) {
    guard case .literal(.text(let text)) = tree.nodes[index].kind else { return }
    let literal: Literal
    do {
      switch type {
      case .time: literal = .time(try Timestamp(rfc3339: text.span, assumingIST: assumingIST))
      case .day: literal = .day(try Day(text: text.span))
      case .number, .text, .boolean, .other: return
      }
    } catch {
      throw diagnosis.unreadable(index, error)
    }
    tree.nodes[index].kind = .literal(literal)
    types[index] = literal.type
  }

  var diagnosis: Diagnosis {
    Diagnosis(tree: tree, source: source)
  }
}

extension Literal {
  /// The type of the constant.
  var type: StaticType {
    switch self {
    case .null: .null
    case .boolean: .known(.boolean)
    case .number: .known(.number)
    case .text: .known(.text)
    case .time: .known(.time)
    case .day: .known(.day)
    }
  }
}
