public import Scalars

/// Values that hold from a day on, or between two days, for each of several subjects.
///
/// There are few subjects, so they are compared one after the other: a program that asks one question
/// would spend more time on making a dictionary than on all else that it reads.
struct DatedRows<Subject: Sendable, Value: Sendable>: Sendable {
  private struct Group: Sendable {
    let subject: Subject
    /// In order of time.
    var rows: [Dated<Value>]

    mutating func add(_ row: Dated<Value>) {
      // Tables are written in order of time, so it mostly is the last.
      var place = rows.endIndex
      while place > 0, rows[place - 1].from >= row.from { place -= 1 }
      if place == rows.endIndex {
        rows.append(row)
      } else if rows[place].from == row.from {
        rows[place] = row
      } else {
        rows.insert(row, at: place)
      }
    }
  }

  private var groups: [Group] = []
}

// The type itself asks nothing of its subjects, because the runtime would check that when the program
// starts.
extension DatedRows where Subject: Equatable {
  /// Adds a value; it takes the place of one of the same subject that begins on the same day.
  mutating func add(_ row: Dated<Value>, for subject: Subject) {
    if let group = place(of: subject) {
      groups[group].add(row)
    } else {
      groups.append(Group(subject: subject, rows: [row]))
    }
  }

  /// What holds on a day.
  func row(for subject: Subject, on day: Day) -> Dated<Value>? {
    guard let group = place(of: subject),
      let row = groups[group].rows.last(where: { $0.from <= day })
    else { return nil }
    if let end = row.to, day > end { return nil }
    return row
  }

  /// All that is known of a subject, in order of time.
  func all(for subject: Subject) -> [Dated<Value>] {
    place(of: subject).map { groups[$0].rows } ?? []
  }

  private func place(of subject: Subject) -> Int? {
    groups.firstIndex { $0.subject == subject }
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
    to = row.hasColumn("effective_to") ? try row.optionalDay("effective_to") : nil
    if let to, to < from { throw row.problem("effective_to", "ends before it begins") }
    self.value = value
    provenance = try row.provenance
  }
}
