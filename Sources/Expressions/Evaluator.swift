internal import Scalars

/// Computes the value of a node from the values of the fields.
///
/// It borrows everything, allocates nothing, and keeps no state; its stack is bounded by the
/// nesting that the parser allows.
@safe
struct Evaluator {
  private let nodes: UnsafeBufferPointer<Node>
  private let constants: UnsafeBufferPointer<Value>
  private let slots: UnsafeBufferPointer<Value>

  /// Borrows the arrays of a program, and one value for each of its fields.
  init(
    nodes: UnsafeBufferPointer<Node>, constants: UnsafeBufferPointer<Value>,
    slots: UnsafeBufferPointer<Value>
  ) {
    unsafe self.nodes = nodes
    unsafe self.constants = constants
    unsafe self.slots = slots
  }

  /// The value of the node at `index`.
  func value(_ index: UInt16) -> Value {
    switch node(index).operation {
    case .constant(let number): constant(number)
    case .field(let slot): field(slot)
    case .compareField(let slot, let relation, let number):
      related(field(slot), relation, constant(number), at: index &- 1)
    case .comparison(let first): comparison(from: first)
    case .membership(let first, let isNegated): membership(from: first, isNegated)
    case .memberOfConstants(let sought, let start, let count, let isNegated):
      membership(of: sought, among: start..<start &+ count, isNegated)
    case .and(let first): logical(from: first, decisive: false)
    case .or(let first): logical(from: first, decisive: true)
    case .not(let operand): negation(of: operand)
    case .negate(let operand): negative(of: operand)
    case .arithmetic(let first): arithmetic(from: first)
    case .call(let function, let first): call(function, from: first)
    case .expect(let type, let operand): expected(type, operand)
    }
  }

  /// The node at `index`.
  @inline(__always)
  func node(_ index: UInt16) -> Node {
    unsafe nodes[Int(index)]
  }

  /// The constant number `index`.
  @inline(__always)
  func constant(_ index: UInt16) -> Value {
    unsafe constants[Int(index)]
  }

  /// The value in the slot of a field.
  @inline(__always)
  private func field(_ slot: UInt16) -> Value {
    unsafe slots[Int(slot)]
  }

  // MARK: Conditions

  /// `and` and `or` in three-valued logic: the first `decisive` operand decides, and where there
  /// is none, a null among the operands leaves the result open.
  private func logical(from first: UInt16, decisive: Bool) -> Value {
    var isOpen = false
    var operand = first
    repeat {
      let value = value(operand)
      switch value {
      case .boolean(let condition): if condition == decisive { return value }
      case .null: isOpen = true
      case .number, .time, .day, .text, .other, .failure: return unusable(value, at: operand)
      }
      operand = node(operand).next
    } while operand != 0
    return isOpen ? .null : .boolean(!decisive)
  }

  private func negation(of operand: UInt16) -> Value {
    let value = value(operand)
    guard case .boolean(let condition) = value else { return unusable(value, at: operand) }
    return .boolean(!condition)
  }

  private func expected(_ type: ValueType, _ operand: UInt16) -> Value {
    let value = value(operand)
    return value.type == type ? value : unusable(value, at: operand)
  }

  // MARK: Support

  /// What an operation comes to that cannot use the value of the node at `operand`: null stays
  /// null, a failure stays itself, and a value of the wrong type fails.
  func unusable(_ value: Value, at operand: UInt16) -> Value {
    guard let type = value.type else { return value }
    return .failure(Failure(node: operand, found: type, previous: nil))
  }
}
