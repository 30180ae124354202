/// Why an expression came to its value: the outcome of each part of its outermost `and` or `or`.
public struct Explanation: Sendable {
  /// How the parts are joined.
  public enum Connective: Sendable {
    /// All parts must hold.
    case all
    /// One part must hold.
    case any
  }

  /// One operand of the outermost `and` or `or`, or the whole expression.
  public struct Part: Sendable {
    /// The part as it stands in the source.
    public let text: String

    /// What the part came to.
    public let outcome: Outcome

    /// The slots of the fields that the part reads, in order of first use.
    public let fields: [Int]

    /// Whether the whole came out as it did because of this part.
    ///
    /// That is the first part which settles the matter alone, or else every part that shares the
    /// outcome of the whole.
    public let isDecisive: Bool
  }

  /// What a part came to.
  public enum Outcome: Equatable, Sendable {
    /// The part is true.
    case holds
    /// The part is false.
    case fails
    /// The part is null.
    case open
    /// The part is no condition but a value of this type.
    case value(ValueType)
    /// The part could not be computed.
    case error(ExpressionError)
  }

  /// How the parts are joined; nil when the expression is one part.
  public let connective: Connective?

  /// The parts in the order of the source.
  public let parts: [Part]
}

extension Expression {
  /// Evaluates each part of the outermost `and` or `or` for one record, and says which decided.
  ///
  /// This is for people and allocates; every part is evaluated, also those that `evaluate` skips.
  ///
  /// - Parameter slots: The values of `fields`, in that order; there must not be fewer.
  public func explanation(_ slots: Span<Value>) -> Explanation {
    precondition(slots.count >= fields.count, "every field needs a value")
    let root = tree.nodes[tree.root]
    let connective = root.kind.connective
    let indices = connective == nil ? [tree.root] : root.children
    let outcomes = indices.map { outcome(of: $0, slots) }
    let decisive = connective?.decisive(in: outcomes) ?? [0]
    let parts = zip(indices, outcomes).enumerated().map { position, part in
      Explanation.Part(
        text: text(of: part.0), outcome: part.1, fields: tree.slots(under: part.0),
        isDecisive: decisive.contains(position))
    }
    return Explanation(connective: connective, parts: parts)
  }

  private func outcome(of index: Int, _ slots: Span<Value>) -> Explanation.Outcome {
    let value = value(of: index, slots)
    switch value {
    case .boolean(let holds): return holds ? .holds : .fails
    case .failure(let failure): return .error(error(for: failure, in: slots))
    case .null, .number, .time, .day, .text, .other:
      return value.type.map(Explanation.Outcome.value) ?? .open
    }
  }

  /// The source text of the node at `index`.
  private func text(of index: Int) -> String {
    String(decoding: Array(source.utf8)[tree.nodes[index].range], as: UTF8.self)
  }
}

extension Explanation.Connective {
  /// The positions of the outcomes that decide.
  fileprivate func decisive(in outcomes: [Explanation.Outcome]) -> Set<Int> {
    let settling: Explanation.Outcome = self == .all ? .fails : .holds
    let first = outcomes.firstIndex { outcome in
      switch outcome {
      case .value, .error: true
      case .holds, .fails, .open: outcome == settling
      }
    }
    if let first { return [first] }
    let open = outcomes.indices.filter { outcomes[$0] == .open }
    return Set(open.isEmpty ? Array(outcomes.indices) : open)
  }
}

extension SyntaxNode.Kind {
  /// How the operands are joined, if by `and` or `or`.
  fileprivate var connective: Explanation.Connective? {
    switch self {
    case .and: .all
    case .or: .any
    default: nil
    }
  }
}
