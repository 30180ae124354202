import CommandLineKit
import Market
import Scalars

/// A day as people name one: by its date, or by where it lies before today.
enum SpokenDay: NamedDay {
  case today, yesterday
  /// The last trading day before today.
  case previousSession
  /// The last such day of the week before today.
  case last(Weekday)
  case day(Day)

  /// The names of days, of which those of the week say which is meant in three letters.
  static let words: KeyValuePairs<String, Self> = [
    "today": .today, "yesterday": .yesterday, "prev-session": .previousSession,
    "last-mon": .last(.monday), "last-tue": .last(.tuesday), "last-wed": .last(.wednesday),
    "last-thu": .last(.thursday), "last-fri": .last(.friday), "last-sat": .last(.saturday),
    "last-sun": .last(.sunday),
  ]

  var date: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  static var wanted: String {
    "today, yesterday, prev-session, last-thu or a day such as 2026-11-20"
  }

  /// The day that is meant.
  func day(on today: Day, _ calendar: TradingCalendar) throws(NotCovered) -> Day {
    switch self {
    case .today: today
    case .yesterday: today - 1
    case .previousSession: try calendar.tradingDay(upTo: today - 1, .nse)
    case .last(let weekday): today - ((today.weekday.rawValue - weekday.rawValue + 6) % 7 + 1)
    case .day(let day): day
    }
  }
}
