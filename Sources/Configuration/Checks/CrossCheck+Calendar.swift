import Market
import Scalars

extension CrossCheck {
  /// What the calendar says of today: whether one trades, what expires, and how long it is known.
  mutating func checkCalendar() {
    let (today, calendar) = (circumstances.today, circumstances.tables.calendar)
    for exchange in exchanges {
      do {
        if let reason = try calendar.closure(today, exchange) {
          note("holiday", closed(exchange, because: reason))
        }
        // Some time before the holidays that are known end.
        _ = try calendar.closure(Self.weekday(from: today + 14), exchange)
      } catch {
        append(Finding(.warning, "calendar", at: nil, error.message, fix: error.hint))
      }
    }
    for value in settings.list("UNDERLYINGS") {
      guard let name = value.text, circumstances.tables.underlyings.named(name) != nil,
        case .listed(let expiry) = circumstances.tables.expiries.listing(of: today, name)
      else { continue }
      let cycle = expiry.cycle == .monthly ? "monthly" : "weekly"
      note("expiry", "the \(cycle) contracts of \(name) expire on \(today)")
    }
  }

  /// What there is to say of a day that is no regular one at an exchange.
  private func closed(_ exchange: Exchange, because reason: String) -> String {
    let (today, segment) = (circumstances.today, exchange == .bse ? Segment.bfo : .nfo)
    let sessions = (try? circumstances.tables.calendar.sessions(on: today, segment)) ?? []
    guard !sessions.isEmpty else {
      return "\(exchange.rawValue) does not trade on \(today): \(reason)"
    }
    let times = sessions.map { "\($0.lowerBound) to \($0.upperBound)" }.joined(separator: ", ")
    return "\(exchange.rawValue) has a special session on \(today), \(reason): \(times)"
  }

  /// The exchanges of what is traded.
  private var exchanges: [Exchange] {
    let names = settings.list("UNDERLYINGS").compactMap(\.text)
    let found = names.compactMap { circumstances.tables.underlyings.named($0)?.exchange }
    return Exchange.allCases.filter(found.contains)
  }

  /// The day itself, or the Monday after a weekend, of which a calendar says nothing.
  private static func weekday(from day: Day) -> Day {
    switch day.weekday {
    case .saturday: day + 2
    case .sunday: day + 1
    default: day
    }
  }

  private mutating func note(_ rule: String, _ message: String) {
    append(Finding(.note, rule, at: nil, message))
  }
}
