/// The type that an operation takes as one of its operands.
struct Demand {
  var type: ValueType

  /// The operation, as messages name it.
  var user: String

  /// What `parent` demands of `operand`, one of its children; nil where any type will do, or where
  /// it depends on the other operands.
  init?(of parent: SyntaxNode, on operand: Int, in tree: SyntaxTree) {
    switch parent.kind {
    case .negate: self.init(type: .number, user: "'-'")
    case .arithmetic: self.init(type: .number, user: Self.sign(beside: operand, parent, tree))
    case .not: self.init(type: .boolean, user: "'not'")
    case .and: self.init(type: .boolean, user: "'and'")
    case .or: self.init(type: .boolean, user: "'or'")
    case .call(let function):
      let declaration = function.declaration
      let position = parent.children.firstIndex(of: operand) ?? 0
      self.init(type: declaration.type(at: position), user: declaration.name)
    case .literal, .field, .comparison, .membership: return nil
    }
  }

  /// What arithmetic does to its operands; nil where the operation is none.
  var verb: String? {
    ["'+'": "added", "'-'": "subtracted", "'*'": "multiplied", "'/'": "divided"][user]
  }

  private init(type: ValueType, user: String) {
    self.type = type
    self.user = user
  }

  /// The sign before the operand, or after it where it is the first.
  private static func sign(beside operand: Int, _ parent: SyntaxNode, _ tree: SyntaxTree) -> String
  {
    let joint = tree.nodes[operand].joint ?? tree.nodes[parent.children[1]].joint
    return quotation(of: joint?.sign.spelling ?? "")
  }
}
