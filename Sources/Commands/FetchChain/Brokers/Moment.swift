import CommandLineKit
import Market
import Scalars

/// A moment as people name one: a time of the day of the run, a day, or an instant.
enum Moment: ArgumentValue, Equatable {
  case time(TimeOfDay)
  case day(SpokenDay)
  case instant(Timestamp)

  init?(argument: String) {
    if let time = TimeOfDay(argument) {
      self = .time(time)
    } else if let day = SpokenDay(argument: argument) {
      self = .day(day)
    } else if let instant = Timestamp(argument: argument) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  var argument: String {
    switch self {
    case .time(let time): time.description
    case .day(let day): day.argument
    case .instant(let instant): instant.description
    }
  }

  static var wanted: String {
    "a time such as 15:30, prev-session, 2026-11-20 or 2026-11-20T15:30:00+05:30"
  }

  /// The instant: of a day its beginning, or its last minute.
  func instant(
    on today: Day, isEnd: Bool, _ calendar: TradingCalendar
  ) throws(NotCovered) -> Timestamp {
    switch self {
    case .time(let time): return time.on(today)
    case .day(let day):
      let day = try day.day(on: today, calendar)
      return isEnd ? Timestamp(day, hour: 23, minute: 59) : Timestamp(day, hour: 0, minute: 0)
    case .instant(let instant): return instant
    }
  }
}
