internal import Scalars

extension Expression {
  /// What went wrong in a record, with the place in the expression and what the record holds there.
  ///
  /// - Parameters:
  ///   - failure: What `evaluate` of this expression came to.
  ///   - slots: The values that it came to this for.
  public func error(for failure: Failure, in slots: Span<Value>) -> ExpressionError {
    var diagnosis = Diagnosis(tree: tree, source: source, circumstance: " in this record")
    let operand = Int(failure.node)
    let siblings = tree.nodes.first { $0.children.contains(operand) }?.children ?? []
    for index in siblings {
      guard case .field = tree.nodes[index].kind,
        case .text(let text) = value(of: index, slots)
      else { continue }
      diagnosis.texts[index] = text.description
    }
    return diagnosis.explanation(of: failure, expecting: resultType)
  }

  /// What the node at `index` comes to.
  func value(of index: Int, _ slots: Span<Value>) -> Value {
    precondition(slots.count >= fields.count, "every field needs a value")
    return unsafe slots.withUnsafeBufferPointer { slots in
      unsafe program.value(of: UInt16(index), slots)
    }
  }
}
