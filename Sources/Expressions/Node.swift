/// One step of a compiled expression: twelve bytes, no references.
///
/// A node knows its first operand, and every operand knows the next one of the same operation.
/// Nodes, fields and constants are named by their index.
struct Node {
  enum Operation {
    case constant(UInt16)
    case field(slot: UInt16)
    /// A field against a constant; both stand before it, the constant last.
    case compareField(slot: UInt16, Relation, constant: UInt16)
    /// Each operand against the one before, by the relation in its joint.
    case comparison(first: UInt16)
    /// The first operand among the others.
    case membership(first: UInt16, isNegated: Bool)
    /// One operand among `count` constants from `start` on.
    case memberOfConstants(sought: UInt16, start: UInt16, count: UInt16, isNegated: Bool)
    case and(first: UInt16)
    case or(first: UInt16)
    case not(UInt16)
    case negate(UInt16)
    /// All operands from left to right, by the operations in their joints.
    case arithmetic(first: UInt16)
    case call(Function, first: UInt16)
    /// One operand, which must be null or of the type.
    case expect(ValueType, UInt16)
  }

  var operation: Operation

  /// What joins the node to the operand before it.
  var joint: Joint?

  /// The next operand of the same operation, or 0 after the last: node 0 follows no other.
  var next: UInt16 = 0
}
