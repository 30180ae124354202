import CommandLineKit
import Market
import Scalars

/// Which expiries of a chain are meant, by name or by day.
enum ExpiryWish: NamedDay {
  case nearest, next, monthly, all
  case day(Day)

  static let words: KeyValuePairs<String, Self> = [
    "nearest": .nearest, "next": .next, "monthly": .monthly, "all": .all,
    "expiry": .nearest, "next-expiry": .next,
  ]

  var date: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  static var wanted: String { "nearest, next, monthly, all or a day such as 2026-11-24" }

  /// The expiry of an underlying that is meant on a day; nil where all are.
  func day(
    of underlying: String, on today: Day, _ rules: ExpiryRules
  ) throws(NotCovered) -> Day? {
    switch self {
    case .all: return nil
    case .day(let day): return day
    case .nearest: return try rules.coming(of: underlying, from: today).day
    case .next: return try rules.coming(of: underlying, from: today, number: 1).day
    case .monthly: return try rules.coming(of: underlying, from: today, cycle: .monthly).day
    }
  }
}
