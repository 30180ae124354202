internal import Scalars

/// What the parser has read: nodes in a flat array, every operand before the operation on it.
///
/// Walking the array from the front therefore meets operands first, without recursion.
struct SyntaxTree {
  var nodes: [SyntaxNode] = []

  /// The fields in the order of their first use; their index is their slot.
  private(set) var fields: [(path: FieldPath, offset: Int)] = []

  /// The slots by path.
  private var slots: [FieldPath: Int] = [:]

  /// The node of the whole expression.
  var root: Int { nodes.count - 1 }

  /// The slot of the field at `path`, which is first named at byte `offset`.
  mutating func slot(of path: FieldPath, at offset: Int) -> Int {
    if let slot = slots[path] { return slot }
    fields.append((path, offset))
    slots[path] = fields.count - 1
    return fields.count - 1
  }

  /// Joins the operand at `index` to the one before it.
  mutating func join(_ index: Int, by joint: (sign: Joint, place: Int)) {
    nodes[index].joint = joint
  }

  /// Gives the other sign to the node at `index` if it is a number, and says whether it is.
  mutating func negateLiteral(_ index: Int) -> Bool {
    guard case .literal(.number(let number)) = nodes[index].kind else { return false }
    nodes[index].kind = .literal(.number(number.negated))
    return true
  }

  /// The byte at which stands what joins the operand at `index` to the one before it.
  func place(ofJointBefore index: Int) -> Int {
    nodes[index].joint?.place ?? nodes[index].range.lowerBound
  }

  /// The slots of the fields that the node at `index` reads, each once, in order of use.
  func slots(under index: Int) -> [Int] {
    var found: [Int] = []
    for node in nodes where nodes[index].range.contains(node.range.lowerBound) {
      if case .field(let slot) = node.kind, !found.contains(slot) { found.append(slot) }
    }
    return found
  }
}

/// A literal, a field, or an operation on earlier nodes.
struct SyntaxNode {
  enum Kind {
    case literal(Literal)
    case field(slot: Int)
    case negate
    case not
    case and
    case or
    /// Two or more operands from left to right, each but the first with its joint.
    case arithmetic
    /// Two or more operands of which each is compared with the one before.
    case comparison
    /// The first operand is sought among the others.
    case membership(isNegated: Bool)
    case call(Function)
  }

  var kind: Kind

  /// The bytes of the source that it covers, its parentheses included.
  var range: Range<Int>

  /// The byte at which messages about it point: the sign or the name of the operation.
  var place: Int

  /// The operands.
  var children: [Int] = []

  /// What joins it to the operand before it, and at which byte that stands.
  var joint: (sign: Joint, place: Int)?

  /// How many operations stand one inside the other here.
  var height = 1
}

/// A constant of the source.
enum Literal {
  case null
  case boolean(Bool)
  case number(Number)
  case text([UInt8])
  case time(Timestamp)
  case day(Day)
}
