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

  private struct Place: Equatable {
    let exchange: Exchange
    let day: Day
  }

  private struct Closure {
    let place: Place
    let name: String
  }

  private struct Coverage {
    let exchange: Exchange
    let days: ClosedRange<Day>
  }

  /// In the order of their days.
  private var closures: [Closure] = []
  private var withoutSettlement: [Place] = []
  private var coverage: [Coverage] = []

  init(_ reader: TableReader) throws(TableProblem) {
    for row in try reader.rows(.calendarCoverage, columns: ["exchange", "from", "to"]) {
      let (from, to) = (try row.day("from"), try row.day("to"))
      guard from <= to else { throw row.problem("to", "ends before it begins") }
      for exchange in try row.choices("exchange", of: Exchange.self) {
        coverage.append(Coverage(exchange: exchange, days: from...to))
      }
    }
    let columns = ["date", "exchange", "kind", "name", "source", "confidence"]
    for row in try reader.rows(.holidays, columns: columns) {
      let day = try row.day("date")
      let kind = try row.choice("kind", of: Kind.self)
      for exchange in try row.choices("exchange", of: Exchange.self) {
        let place = Place(exchange: exchange, day: day)
        switch kind {
        case .closed: close(place, try row.text("name"))
        case .noSettlement: withoutSettlement.append(place)
        case .open: closures.removeAll { $0.place == place }
        }
      }
    }
  }

  private mutating func close(_ place: Place, _ name: String) {
    let closure = Closure(place: place, name: name)
    if let known = index(of: place) {
      closures[known] = closure
    } else {
      closures.insert(closure, at: firstIndex(from: place.day))
    }
  }

  private func index(of place: Place) -> Int? {
    var index = firstIndex(from: place.day)
    while index < closures.count, closures[index].place.day == place.day {
      if closures[index].place.exchange == place.exchange { return index }
      index += 1
    }
    return nil
  }

  /// The first closure of a day or of those after it.
  private func firstIndex(from day: Day) -> Int {
    var (low, high) = (0, closures.count)
    while low < high {
      let middle = (low + high) / 2
      if closures[middle].place.day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Why a day is no trading day; nil when it is one.
  func closure(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> String? {
    switch day.weekday {
    case .saturday: return "Saturday"
    case .sunday: return "Sunday"
    default: break
    }
    if let closed = index(of: Place(exchange: exchange, day: day)) { return closures[closed].name }
    guard coverage.contains(where: { $0.exchange == exchange && $0.days.contains(day) }) else {
      throw NotCovered(
        subject: "whether \(exchange.rawValue) has a holiday", day: day, table: .calendarCoverage)
    }
    return nil
  }

  func isWithoutSettlement(_ day: Day, _ exchange: Exchange) -> Bool {
    withoutSettlement.contains(Place(exchange: exchange, day: day))
  }
}
