import Scalars

/// Sessions at unusual times: Muhurat, budget days, drills.
struct SpecialSessions: Sendable {
  private struct Place: Hashable {
    let exchange: Exchange
    let day: Day
  }

  private var sessions: [Place: [ClosedRange<TimeOfDay>]] = [:]

  init(_ reader: TableReader) throws(TableProblem) {
    let columns = [
      "date", "exchange", "kind", "start1", "end1", "start2", "end2", "source", "confidence",
    ]
    for row in try reader.rows(.specialSessions, columns: columns) {
      let day = try row.day("date")
      let first = try row.timeRange("start1", "end1")
      let second = try row.timeRange("start2", "end2")
      let ranges = [first, second].compactMap(\.self)
      try row.forEachChoice("exchange") { exchange in
        sessions[Place(exchange: exchange, day: day)] = ranges
      }
    }
  }

  /// The special sessions of a day, none of them where their times are not known; nil for an
  /// ordinary day.
  func sessions(on day: Day, _ exchange: Exchange) -> [ClosedRange<TimeOfDay>]? {
    sessions[Place(exchange: exchange, day: day)]
  }
}

extension TableRow {
  /// The times between two columns; nil when both are empty.
  func timeRange(
    _ start: String, _ end: String
  ) throws(TableProblem) -> ClosedRange<TimeOfDay>? {
    guard let from = try optionalTimeOfDay(start) else {
      guard optionalText(end) == nil else { throw problem(start, "the cell is empty") }
      return nil
    }
    guard let to = try optionalTimeOfDay(end) else { throw problem(end, "the cell is empty") }
    guard from < to else { throw problem(end, "ends before it begins") }
    return from...to
  }
}
