public import Scalars

/// Values that hold from a day on, or between two days, for each of several subjects.
struct DatedRows<Subject: Hashable & Sendable, Value: Sendable>: Sendable {
  private var rows: [Subject: [Dated<Value>]] = [:]

  /// Adds a value; it takes the place of one of the same subject that begins on the same day.
  mutating func add(_ row: Dated<Value>, for subject: Subject) {
    var list = rows[subject, default: []]
    let place = list.firstIndex { $0.from >= row.from } ?? list.endIndex
    if place < list.endIndex, list[place].from == row.from {
      list[place] = row
    } else {
      list.insert(row, at: place)
    }
    rows[subject] = list
  }

  /// What holds on a day.
  func row(for subject: Subject, on day: Day) -> Dated<Value>? {
    guard let row = rows[subject]?.last(where: { $0.from <= day }) else { return nil }
    if let end = row.to, day > end { return nil }
    return row
  }

  /// All that is known of a subject, in order of time.
  func all(for subject: Subject) -> [Dated<Value>] {
    rows[subject] ?? []
  }
}

/// A value with the days for which it holds and where it comes from.
public struct Dated<Value: Sendable>: Sendable {
  /// The first day.
  public let from: Day
  /// The last day; nil when none is known.
  public let to: Day?
  /// What holds.
  public let value: Value
  /// Who says so.
  public let provenance: Provenance
}

extension Dated {
  init(_ row: TableRow, _ value: Value) throws(TableProblem) {
    from = try row.day("effective_from")
    to = row.places["effective_to"] == nil ? nil : try row.optionalDay("effective_to")
    if let to, to < from { throw row.problem("effective_to", "ends before it begins") }
    self.value = value
    provenance = try row.provenance
  }
}
