internal import Scalars

/// Turns a checked syntax tree into a program, one node for one node.
///
/// What has only constants under it is evaluated here, and a field beside a constant becomes one
/// step; the nodes that are then never reached stay where they are.
@safe
struct Compiler {
  private let tree: SyntaxTree
  private var nodes: [Node] = []
  private var constants: [Value] = []

  /// The bytes of all text literals; they must not move, for constants point to them.
  private let texts: UnsafeMutableBufferPointer<UInt8>
  private var textEnd = 0

  /// Compiles `tree`; at run time the result must be of type `expected`, if one is given.
  static func program(of tree: SyntaxTree, expecting expected: ValueType?) -> Program {
    var compiler = Self(tree)
    for index in tree.nodes.indices {
      compiler.append(index)
    }
    if let expected {
      compiler.nodes.append(Node(operation: .expect(expected, UInt16(tree.root))))
    }
    return unsafe Program(
      nodes: compiler.nodes, constants: compiler.constants,
      texts: UnsafeBufferPointer(compiler.texts))
  }

  private init(_ tree: SyntaxTree) {
    self.tree = tree
    let size = tree.nodes.reduce(0) { sum, node in
      guard case .literal(.text(let text)) = node.kind else { return sum }
      return sum + text.count
    }
    unsafe texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
  }

  private mutating func append(_ index: Int) {
    let syntax = tree.nodes[index]
    for (child, next) in zip(syntax.children, syntax.children.dropFirst()) {
      nodes[child].next = UInt16(next)
    }
    nodes.append(Node(operation: operation(for: syntax), joint: syntax.joint?.sign))
    if !syntax.children.isEmpty { fold(syntax) }
  }

  private mutating func operation(for syntax: SyntaxNode) -> Node.Operation {
    let first = UInt16(syntax.children.first ?? 0)
    switch syntax.kind {
    case .literal(let literal): return .constant(add(constant(literal)))
    case .field(let slot): return .field(slot: UInt16(slot))
    case .negate: return .negate(first)
    case .not: return .not(first)
    case .and: return .and(first: first)
    case .or: return .or(first: first)
    case .arithmetic: return .arithmetic(first: first)
    case .comparison: return comparison(syntax, first)
    case .membership(let isNegated): return membership(syntax, first, isNegated)
    case .call(let function): return .call(function, first: first)
    }
  }

  // MARK: Fusing

  private func comparison(_ syntax: SyntaxNode, _ first: UInt16) -> Node.Operation {
    guard syntax.children.count == 2,
      case .relation(let relation)? = tree.nodes[syntax.children[1]].joint?.sign
    else { return .comparison(first: first) }
    if case .field(let slot) = operation(at: syntax.children[0]),
      case .constant(let constant) = operation(at: syntax.children[1])
    {
      return .compareField(slot: slot, relation, constant: constant)
    }
    return .comparison(first: first)
  }

  private mutating func membership(
    _ syntax: SyntaxNode, _ first: UInt16, _ isNegated: Bool
  ) -> Node.Operation {
    let elements = syntax.children.dropFirst().compactMap(constantIndex)
    guard elements.count == syntax.children.count - 1 else {
      return .membership(first: first, isNegated: isNegated)
    }
    let start = UInt16(constants.count)
    for element in elements {
      constants.append(constants[Int(element)])
    }
    return .memberOfConstants(
      sought: first, start: start, count: UInt16(elements.count), isNegated: isNegated)
  }

  /// Replaces the node just appended by its value, if all its operands are constants.
  private mutating func fold(_ syntax: SyntaxNode) {
    guard syntax.children.allSatisfy({ constantIndex(of: $0) != nil }) else { return }
    let index = nodes.count - 1
    let value = unsafe nodes.withUnsafeBufferPointer { nodes in
      unsafe constants.withUnsafeBufferPointer { constants in
        let noSlots = unsafe UnsafeBufferPointer<Value>(start: nil, count: 0)
        return unsafe Evaluator(nodes: nodes, constants: constants, slots: noSlots)
          .value(UInt16(index))
      }
    }
    nodes[index].operation = .constant(add(value))
  }

  // MARK: Constants

  private func operation(at index: Int) -> Node.Operation {
    nodes[index].operation
  }

  /// The constant that the node at `index` is, if it is one.
  private func constantIndex(of index: Int) -> UInt16? {
    if case .constant(let constant) = operation(at: index) { constant } else { nil }
  }

  private mutating func add(_ constant: Value) -> UInt16 {
    constants.append(constant)
    return UInt16(constants.count - 1)
  }

  private mutating func constant(_ literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .boolean(let boolean): .boolean(boolean)
    case .number(let number): .number(number)
    case .time(let time): .time(time)
    case .day(let day): .day(day)
    case .text(let text): .text(keep(text))
    }
  }

  /// Copies a text to where it stays.
  private mutating func keep(_ text: [UInt8]) -> BorrowedText {
    let range = textEnd..<textEnd + text.count
    textEnd = range.upperBound
    let place = unsafe UnsafeMutableBufferPointer(rebasing: texts[range])
    _ = unsafe place.initialize(from: text)
    return unsafe BorrowedText(UnsafeBufferPointer(place))
  }
}
