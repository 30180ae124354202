import Scalars

/// Reads what was written for a key as what the key may hold, and says what does not fit.
///
/// What it returns is as consumers want it: words as they are declared, members that were left out
/// filled in, amounts in whole paise.
struct ShapeCheck {
  private(set) var findings: [Finding] = []

  let key: String
  /// Whether the value was worked out, and not written as it stands.
  let isWorkedOut: Bool
  /// Where it stands within the value of the key, such as `webhook` and `url`.
  private var path: [String] = []

  /// The number that the key holds where nobody sets it.
  let usual: Number?

  init(key: String, isWorkedOut: Bool = false, usual: Number? = nil) {
    self.key = key
    self.isWorkedOut = isWorkedOut
    self.usual = usual
  }

  /// The value as the shape holds it; nil where it does not fit, which then is a finding.
  mutating func read(_ value: WrittenValue, as shape: Shape) -> WrittenValue? {
    let content: WrittenValue.Content?
    switch shape {
    case .boolean: content = boolean(value)
    case .number(let measure): content = number(value, measure)
    case .text(let rule): content = text(value, rule)
    case .choice(let words): content = choice(value, words)
    case .timeOfDay: content = timeOfDay(value)
    case .optional(let inner):
      if case .none = value.content { return value }
      return read(value, as: inner)
    case .either(let first, let second): return either(value, first, second)
    case .list(let element, let count): content = list(value, of: element, count)
    case .row(let members): content = row(value, members)
    case .record(let members): content = record(value, members)
    case .table(let names, let element, let count):
      content = table(value, names, of: element, count)
    }
    return content.map { WrittenValue($0, at: value.place) }
  }

  /// Reads a part of the value under its name.
  mutating func read(_ value: WrittenValue, as shape: Shape, in member: String) -> WrittenValue? {
    path.append(member)
    defer { path.removeLast() }
    return read(value, as: shape)
  }

  // MARK: Simple values

  private mutating func boolean(_ value: WrittenValue) -> WrittenValue.Content? {
    switch value.content {
    case .boolean: return value.content
    case .number(let number) where number == Number(0): mismatch(value, .boolean, "write False")
    case .number(let number) where number == Number(1): mismatch(value, .boolean, "write True")
    case .text(let text) where ["true", "false"].contains(text.lowercased()):
      mismatch(value, .boolean, "write it without quotes")
    default: mismatch(value, .boolean)
    }
    return nil
  }

  private mutating func text(
    _ value: WrittenValue, _ rule: TextRule
  ) -> WrittenValue.Content? {
    guard case .text(let text) = value.content else {
      mismatch(value, .text(rule), "write it in quotes")
      return nil
    }
    guard let problem = rule.problem(in: text) else { return value.content }
    report("text", at: value.place, problem.message, fix: problem.fix)
    return nil
  }

  private mutating func choice(
    _ value: WrittenValue, _ words: [Shape.Word]
  ) -> WrittenValue.Content? {
    let text: String
    switch value.content {
    case .text(let word): text = word
    // A word may be a number, such as the days of a year.
    case .number(let number): text = number.description
    default:
      mismatch(value, .choice(words), "write it in quotes")
      return nil
    }
    let lower = text.lowercased()
    let chosen = words.first { word in
      word.text.lowercased() == lower || word.otherSpellings.contains { $0.lowercased() == lower }
    }
    if let chosen { return .text(chosen.text) }
    let near = nearest(to: text, in: words.map(\.text), acceptingBeginnings: true)
    mismatch(value, .choice(words), near.map { "did you mean '\($0)'?" })
    return nil
  }

  private mutating func timeOfDay(_ value: WrittenValue) -> WrittenValue.Content? {
    guard case .text(let text) = value.content, let time = ClockTime(text) else {
      mismatch(value, .timeOfDay)
      return nil
    }
    return .text(time.description)
  }

  private mutating func either(
    _ value: WrittenValue, _ first: Shape, _ second: Shape
  ) -> WrittenValue? {
    var (one, other) = (self, self)
    if let read = one.read(value, as: first), one.findings.count == findings.count { return read }
    if let read = other.read(value, as: second), other.findings.count == findings.count {
      return read
    }
    // What is a dictionary, say, was meant as the one of the two that is a dictionary.
    switch (first.isLike(value), second.isLike(value)) {
    case (true, false): findings = one.findings
    case (false, true): findings = other.findings
    default: mismatch(value, .either(first, second))
    }
    return nil
  }

  // MARK: Findings

  /// Says that a value is none of what a shape may be.
  mutating func mismatch(_ value: WrittenValue, _ shape: Shape, _ fix: String? = nil) {
    let found = shape.mayHoldSecrets ? "" : ", found \(value.content.phrase)"
    report("type", at: value.place, "expected \(shape.wanted)\(found)", fix: fix)
  }

  mutating func report(
    _ rule: String, _ severity: Finding.Severity = .error, at place: Place, _ message: String,
    fix: String? = nil
  ) {
    let member = path.isEmpty ? "" : "\(quoted(path.joined(separator: "."))): "
    findings.append(
      Finding(severity, rule, key: key, at: place, member + message, fix: fix))
  }
}

extension Shape {
  /// Whether a value is of the kind that the shape holds, whatever else is wrong with it.
  func isLike(_ value: WrittenValue) -> Bool {
    switch (self, value.content) {
    case (.boolean, .boolean), (.number, .number), (.text, .text), (.choice, .text),
      (.timeOfDay, .text), (.list, .list), (.row, .list), (.record, .dictionary),
      (.table, .dictionary):
      true
    case (.optional(let inner), _): inner.isLike(value)
    case (.either(let first, let second), _): first.isLike(value) || second.isLike(value)
    default: false
    }
  }
}
