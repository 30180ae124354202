internal import Scalars

/// Puts into words what is wrong with the types of an expression, before or during a run.
struct Diagnosis {
  var tree: SyntaxTree
  var source: String

  /// When the types were found: " in this record" while one is evaluated.
  var circumstance = ""

  /// The texts that some operands came to in the record, where it is at hand.
  var texts: [Int: String] = [:]

  // MARK: One operand

  /// An operand of another type than is demanded; null if no type was found.
  func unusable(_ operand: Int, for demand: Demand, found: ValueType?) -> ExpressionError {
    guard let found else {
      return error(
        "\(demand.user) with null is always null", hint: "test for null with == null or != null",
        at: place(of: operand))
    }
    if found == .day, let verb = demand.verb {
      return error(
        "days cannot be \(verb)",
        hint: "compare them, for example \(text(of: operand)) == \(found.example)",
        at: place(of: operand))
    }
    let usual =
      demand.type == .time
      ? "write \(demand.user)(ts)" : hint(for: operand, as: demand.type, found: found)
    return error(
      "\(demand.user) needs \(demand.type.phrase) and \(name(of: operand)) is "
        + "\(found.phrase)\(circumstance)",
      hint: remark(onTextsOf: [operand]) ?? usual, at: place(of: operand))
  }

  private func hint(for operand: Int, as type: ValueType, found: ValueType) -> String? {
    switch (type, found) {
    case (.boolean, .number): "for example \(text(of: operand)) > 0"
    case (.boolean, .text): "for example \(text(of: operand)) == \"CE\""
    case (.boolean, .time), (.boolean, .day), (.boolean, .other):
      "for example \(text(of: operand)) != null"
    case (.number, .text): numericText(of: operand).map { "write \($0) without quotes" }
    case (.number, .time): "for example hour(\(text(of: operand)))"
    default: nil
    }
  }

  /// A text literal beside a time or a day that cannot be read as one.
  func unreadable(_ literal: Int, _ reason: TimestampError) -> ExpressionError {
    let text = text(of: literal)
    switch reason {
    case .missingTime:
      return error(
        "\(text) is a day without a time", hint: "compare days, as in date(ts) == \(text)",
        at: place(of: literal))
    case .missingOffset:
      return ExpressionError(
        "\(text) has no offset from UTC",
        hint: "write it, as in \(text.dropFirst().dropLast())+05:30", source: source,
        offset: place(of: literal), lacksOffset: true)
    default: return error("\(text): \(reason)", at: place(of: literal))
    }
  }

  /// A number of decimals that rounding cannot have.
  func wrongDecimals(_ operand: Int) -> ExpressionError {
    let range = Number.possibleDecimals
    return error(
      "there cannot be \(text(of: operand)) decimals",
      hint: "use a whole number from \(range.lowerBound) to \(range.upperBound)",
      at: place(of: operand))
  }

  // MARK: The whole

  /// A result of another type than was asked for.
  func wrongResult(_ type: ValueType, expected: ValueType) -> ExpressionError {
    let root = tree.nodes[tree.root]
    let example =
      root.range.count <= longestQuotation
      ? hint(for: tree.root, as: expected, found: type) : nil
    let fallback = expected == .boolean ? "strike > 0" : expected.example
    return error(
      "the expression is \(type.phrase)\(circumstance)",
      hint: "\(expected.phrase) is needed, \(example ?? "for example \(fallback)")",
      at: root.place)
  }

  /// A call with too few or too many values.
  func wrongCount(of function: FunctionDeclaration, at node: SyntaxNode) -> ExpressionError {
    let count = node.children.count
    return error(
      "\(function.name) takes \(function.takes), and \(count) \(count == 1 ? "is" : "are") given",
      hint: "write \(function.form)", at: node.place)
  }

  // MARK: During a run

  /// A failure of the evaluation, the result of which should have been of type `expected`.
  func explanation(of failure: Failure, expecting expected: ValueType?) -> ExpressionError {
    let operand = Int(failure.node)
    let parent = tree.nodes.first { $0.children.contains(operand) }
    guard let parent else {
      return wrongResult(failure.found, expected: expected ?? failure.found)
    }
    if let demand = Demand(of: parent, on: operand, in: tree) {
      return unusable(operand, for: demand, found: failure.found)
    }
    return incomparable(operand, in: parent, failure)
  }

  // MARK: Words

  /// What the record holds where an operand is a text and should not be.
  func remark(onTextsOf operands: [Int]) -> String? {
    operands.lazy.compactMap { texts[$0] }.first.map { "the record holds \"\(printable($0))\"" }
  }

  /// Whether the node at `index` is a field.
  func isField(_ index: Int) -> Bool {
    if case .field = tree.nodes[index].kind { true } else { false }
  }

  /// The number that a text literal holds, as it would be written.
  func numericText(of index: Int) -> String? {
    guard case .literal(.text(let text)) = tree.nodes[index].kind,
      (try? Number(text: text.span)) != nil
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// The operand as a message names it: literals bare, everything else in quotes.
  func name(of index: Int) -> String {
    if case .literal = tree.nodes[index].kind { return text(of: index) }
    return "'\(text(of: index))'"
  }

  /// The source text of the operand, cut and made printable.
  func text(of index: Int) -> String {
    printable(String(decoding: Array(source.utf8)[tree.nodes[index].range], as: UTF8.self))
  }

  /// The byte at which the operand begins.
  func place(of index: Int) -> Int {
    tree.nodes[index].range.lowerBound
  }

  /// An error of this source.
  func error(_ message: String, hint: String? = nil, at place: Int) -> ExpressionError {
    ExpressionError(message, hint: hint, source: source, offset: place)
  }
}
