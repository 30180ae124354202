import Scalars

/// The holidays, and for which days they are known.
struct DayTable: Sendable {
  private enum Kind: String, CaseIterable {
    /// No trading.
    case closed
    /// Trading, but no money moves.
    case noSettlement = "no_settlement"
    /// Trading after all: takes a holiday back.
    case open
  }

  /// What a row says.
  private struct Holiday {
    let kind: Kind
    let exchanges: [Exchange]
    let name: String

    init(_ row: TableRow) throws(TableProblem) {
      kind = try row.choice("kind")
      exchanges = try row.choices("exchange")
      name = kind == .closed ? try row.text("name") : ""
    }
  }

  /// A row with its day; what else it says is read when the day is asked about, as few ever are.
  private struct Entry {
    let day: Day
    let row: TableRow
  }

  private struct Coverage {
    let exchange: Exchange
    let days: ClosedRange<Day>
  }

  /// In the order of their days, and those of a day in the order of the tables.
  private var entries: [Entry] = []
  private var coverage: [Coverage] = []

  init(_ reader: TableReader) throws(TableProblem) {
    for row in try reader.rows(.calendarCoverage, columns: ["exchange", "from", "to"]) {
      let (from, to) = (try row.day("from"), try row.day("to"))
      guard from <= to else { throw row.problem("to", "ends before it begins") }
      try row.forEachChoice("exchange") { exchange in
        coverage.append(Coverage(exchange: exchange, days: from...to))
      }
    }
    let columns = ["date", "exchange", "kind", "name", "source", "confidence"]
    for row in try reader.rows(.holidays, columns: columns) {
      if reader.checksRows { _ = try Holiday(row) }
      add(Entry(day: try row.day("date"), row: row))
    }
  }

  private mutating func add(_ entry: Entry) {
    // Tables are written in order of time, so it mostly is the last.
    if let last = entries.last, entry.day < last.day {
      entries.insert(entry, at: firstIndex(from: entry.day + 1))
    } else {
      entries.append(entry)
    }
  }

  /// The first entry of a day or of those after it.
  private func firstIndex(from day: Day) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the rows say of a day at an exchange, in the order of the tables.
  private func holidays(_ day: Day, _ exchange: Exchange) -> [Holiday] {
    var holidays: [Holiday] = []
    for entry in entries[firstIndex(from: day)...] {
      guard entry.day == day else { break }
      // A row that says nothing was refused when it was read, or by the tests.
      if let holiday = try? Holiday(entry.row), holiday.exchanges.contains(exchange) {
        holidays.append(holiday)
      }
    }
    return holidays
  }

  /// Why a day is no trading day; nil when it is one.
  func closure(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> String? {
    switch day.weekday {
    case .saturday: return "Saturday"
    case .sunday: return "Sunday"
    default: break
    }
    let last = holidays(day, exchange).last { $0.kind != .noSettlement }
    if let last, last.kind == .closed { return last.name }
    guard coverage.contains(where: { $0.exchange == exchange && $0.days.contains(day) }) else {
      throw NotCovered(
        subject: "whether \(exchange.rawValue) has a holiday", day: day, table: .calendarCoverage)
    }
    return nil
  }

  func isWithoutSettlement(_ day: Day, _ exchange: Exchange) -> Bool {
    holidays(day, exchange).contains { $0.kind == .noSettlement }
  }
}
