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

  private struct Place: Hashable {
    let exchange: Exchange
    let day: Day
  }

  private var closures: [Place: String] = [:]
  private var withoutSettlement: Set<Place> = []
  private var coverage: [Exchange: [ClosedRange<Day>]] = [:]

  init(_ reader: TableReader) throws(TableProblem) {
    for row in try reader.rows(.calendarCoverage, columns: ["exchange", "from", "to"]) {
      let (from, to) = (try row.day("from"), try row.day("to"))
      guard from <= to else { throw row.problem("to", "ends before it begins") }
      for exchange in try row.choices("exchange", of: Exchange.self) {
        coverage[exchange, default: []].append(from...to)
      }
    }
    let columns = ["date", "exchange", "kind", "name", "source", "confidence"]
    for row in try reader.rows(.holidays, columns: columns) {
      let day = try row.day("date")
      let kind = try row.choice("kind", of: Kind.self)
      for exchange in try row.choices("exchange", of: Exchange.self) {
        let place = Place(exchange: exchange, day: day)
        switch kind {
        case .closed: closures[place] = try row.text("name")
        case .noSettlement: withoutSettlement.insert(place)
        case .open: closures[place] = nil
        }
      }
    }
  }

  /// Why a day is no trading day; nil when it is one.
  func closure(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> String? {
    switch day.weekday {
    case .saturday: return "Saturday"
    case .sunday: return "Sunday"
    default: break
    }
    if let name = closures[Place(exchange: exchange, day: day)] { return name }
    guard coverage[exchange, default: []].contains(where: { $0.contains(day) }) else {
      throw NotCovered(
        subject: "whether \(exchange.rawValue) has a holiday", day: day, table: .calendarCoverage)
    }
    return nil
  }

  func isWithoutSettlement(_ day: Day, _ exchange: Exchange) -> Bool {
    withoutSettlement.contains(Place(exchange: exchange, day: day))
  }
}
