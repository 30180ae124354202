/// Values that depend on the level of an index: each holds up to a level, the last for all above.
struct Levels<Value: Sendable>: Sendable {
  private struct Step: Sendable {
    let upTo: Money?
    let value: Value
  }

  private var steps: [Step] = []

  /// Sets the value up to a level, or above all levels.
  mutating func set(_ value: Value, upTo: Money?) {
    steps.removeAll { $0.upTo == upTo }
    let place = steps.firstIndex { step in
      guard let limit = step.upTo else { return true }
      return upTo.map { $0 < limit } ?? false
    }
    steps.insert(Step(upTo: upTo, value: value), at: place ?? steps.endIndex)
  }

  /// The value at a level.
  func value(at level: Money) -> Value? {
    steps.first { step in step.upTo.map { level <= $0 } ?? true }?.value
  }
}

extension DatedRows where Subject: Equatable {
  /// Adds a value at a level to those that begin on the same day.
  mutating func add<Inner>(
    _ value: Inner, for subject: Subject, row: TableRow
  ) throws(TableProblem) where Value == Levels<Inner> {
    let upTo = row.optionalText("level_up_to") == nil ? nil : try row.money("level_up_to")
    let from = try row.day("effective_from")
    var levels =
      self.row(for: subject, on: from).flatMap { $0.from == from ? $0.value : nil } ?? Levels()
    levels.set(value, upTo: upTo)
    add(try Dated(row, levels), for: subject)
  }
}
