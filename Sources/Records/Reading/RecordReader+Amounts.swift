public import Scalars

extension RecordReader {
  /// A field of numbers as the nearest double; not a number where the record has none, also where its kind
  /// should have one.
  public mutating func amount(_ slot: Int) throws(RecordProblem) -> Double {
    guard let span = span(slot) else { return member(of: slot) < 0 ? .nan : try longAmount(slot) }
    let rule = rules[slot]
    guard rule.maySurelyAllow(span), let number = unsafe NumberScan.short(span, in: start),
      rule.surelyAllows(number)
    else { return try longAmount(slot) }
    return number.nearest
  }

  /// A field of numbers that is not seen through at the first glance.
  @inline(never)
  private mutating func longAmount(_ slot: Int) throws(RecordProblem) -> Double {
    guard hasValue(slot), case .number(let number) = try reading(slot) else { return .nan }
    return number.doubleValue
  }

  /// A field with a day; nil where the record has none.
  public mutating func day(_ slot: Int) throws(RecordProblem) -> Day? {
    guard case .day(let day) = try reading(slot) else { return nil }
    return day
  }

  /// A field with a moment; nil where the record has none.
  public mutating func time(_ slot: Int) throws(RecordProblem) -> Timestamp? {
    guard case .time(let time) = try reading(slot) else { return nil }
    return time
  }

  /// A field with a text; nil where the record has none.
  ///
  /// Its bytes are there until the next record is read.
  public mutating func text(_ slot: Int) throws(RecordProblem) -> BorrowedText? {
    if let span = span(slot), span.kind == .text, !span.hasEscapes, rules[slot].shape == .choice {
      let bytes = unsafe RawValue(span, at: start).bytes
      if let word = unsafe choices[slot].word(bytes), word.isWord {
        return unsafe BorrowedText(bytes)
      }
    }
    guard case .text(let text) = try reading(slot) else { return nil }
    return text
  }

  /// The problem of a field that a command needs and the record does not have, or cannot use.
  public func refusal(
    _ code: String, _ slot: Int, _ message: String, hint: String? = nil
  ) -> RecordProblem {
    let value = rawValue(slot)
    return problem(
      .refused(code: code, message: message, hint: hint), slot,
      value.kind == .missing || value.kind == .null ? nil : value)
  }

  /// The text or the number in a field as it stands, whatever its type; nil where the record has none.
  public mutating func plainText(_ slot: Int) -> String? {
    let value = rawValue(slot)
    switch value.kind {
    case .text, .cell, .number: return unsafe String(decoding: text(value), as: UTF8.self)
    default: return nil
    }
  }
}
