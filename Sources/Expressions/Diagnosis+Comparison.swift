internal import Scalars

extension Diagnosis {
  /// Two operands of different types that are compared with each other.
  func mismatch(
    _ left: Int, _ leftType: ValueType, _ right: Int, _ rightType: ValueType,
    _ relation: Relation, at place: Int
  ) -> ExpressionError {
    let message =
      "\(name(of: left)) is \(leftType.phrase) and \(name(of: right)) is "
      + "\(rightType.phrase)\(circumstance)"
    let hint =
      !isField(left) && isField(right)
      ? comparison(of: right, rightType, relation.mirrored, with: left, leftType)
      : comparison(of: left, leftType, relation, with: right, rightType)
    return error(message, hint: remark(onTextsOf: [left, right]) ?? hint, at: place)
  }

  /// A comparison of a condition, which reaches from one operand to another, with true or false.
  func comparisonWithTruth(
    from first: Int, to last: Int, _ relation: Relation, _ truth: Bool, at place: Int
  ) -> ExpressionError {
    let range = tree.nodes[first].range.lowerBound..<tree.nodes[last].range.upperBound
    let condition = printable(String(decoding: Array(source.utf8)[range], as: UTF8.self))
    let isAsItIs = truth == (relation == .equal)
    return error(
      "a condition needs no comparison with \(truth)",
      hint: "write \(isAsItIs ? condition : "not (\(condition))")", at: place)
  }

  /// How a comparison of `subject` would be right.
  private func comparison(
    of subject: Int, _ type: ValueType, _ relation: Relation, with other: Int,
    _ otherType: ValueType
  ) -> String {
    let (text, otherText, sign) = (text(of: subject), text(of: other), relation.spelling)
    let constant = numericText(of: other) ?? type.example
    switch (type, otherType) {
    case (.text, _):
      return "compare text with text, for example \(text) == \(type.example)"
    case (.boolean, _): return "it needs no comparison: write \(text), or not \(text)"
    case (.time, .day): return "compare days, as in date(\(text)) \(sign) \(otherText)"
    case (.day, .time): return "compare days, as in \(text) \(sign) date(\(otherText))"
    case (.other, _): return "only == null and != null can be asked of it"
    case (.number, _), (.time, _), (.day, _):
      return "compare \(type.plural) with \(type.plural), for example \(text) \(sign) \(constant)"
    }
  }

  /// A text beside a field that never holds it.
  func notAWord(
    _ literal: Int, _ text: String, of field: Int, _ words: [FieldDeclaration.Word]
  ) -> ExpressionError {
    if let word = words.first(where: { $0.otherSpellings.contains(text) }) {
      return error(
        "\(name(of: field)) is written \"\(word.text)\" here",
        hint: "\(self.text(of: literal)) is another spelling of it", at: place(of: literal))
    }
    let all = words.map(\.text)
    return error(
      "\(name(of: field)) is one of \(all.map { "\"\($0)\"" }.joined(separator: ", "))",
      hint: nearest(to: text, in: all).map { "did you mean \"\($0)\"?" }, at: place(of: literal))
  }

  /// A word of a field of few words that stands there as if it were a field itself.
  func textWithoutQuotes(_ name: Int, _ word: FieldDeclaration.Word) -> ExpressionError {
    error(
      "texts stand in quotes: \"\(word.text)\"",
      hint: "if \(text(of: name)) is a field, put it in backquotes", at: place(of: name))
  }

  /// An array or an object that is compared with something else than null.
  func structure(_ operand: Int, at place: Int) -> ExpressionError {
    error(
      "\(name(of: operand)) is a list or an object",
      hint: "only == null and != null can be asked of it", at: place)
  }

  /// An ordering with the literal null.
  func orderOfNull(at place: Int) -> ExpressionError {
    error("nothing is above or below null", hint: "use == null or != null", at: place)
  }

  /// An ordering of conditions.
  func orderOfConditions(_ operand: Int, at place: Int) -> ExpressionError {
    error(
      "\(name(of: operand)) is a condition\(circumstance), and these have no order",
      hint: "use ==, !=, 'and', 'or', 'not'; for a range write 1 < x < 2", at: place)
  }

  /// An ordering, during a run, of two values that have none.
  func incomparable(
    _ right: Int, in parent: SyntaxNode, _ failure: Failure
  ) -> ExpressionError {
    let position = parent.children.firstIndex(of: right) ?? 0
    let left = parent.children[max(position - 1, 0)]
    let place = tree.nodes[right].joint?.place ?? place(of: right)
    guard case .relation(let relation)? = tree.nodes[right].joint?.sign,
      let previous = failure.previous, previous != failure.found
    else {
      return failure.found == .boolean
        ? orderOfConditions(right, at: place) : structure(right, at: place)
    }
    return mismatch(left, previous, right, failure.found, relation, at: place)
  }
}
