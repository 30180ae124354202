import CommandLineKit
import Market
import Scalars

/// Which expiries of a chain are meant, by name or by day.
enum ExpiryWish: ArgumentValue, Equatable {
  case nearest, next, monthly, all
  case day(Day)

  /// The names; of two for the same the first is the one that is written.
  private static let words: KeyValuePairs<String, Self> = [
    "nearest": .nearest, "next": .next, "monthly": .monthly, "all": .all,
    "expiry": .nearest, "next-expiry": .next,
  ]

  init?(argument: String) {
    if let word = Self.words.first(where: { $0.key == argument }) {
      self = word.value
    } else if let day = Day(argument: argument) {
      self = .day(day)
    } else {
      return nil
    }
  }

  var argument: String {
    if case .day(let day) = self { return day.description }
    return Self.words.first { $0.value == self }?.key ?? ""
  }

  static var wanted: String { "nearest, next, monthly, all or a day such as 2026-11-24" }
  static var completion: CompletionKind { .choices(words.map(\.key)) }

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
