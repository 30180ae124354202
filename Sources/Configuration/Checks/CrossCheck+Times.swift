import Market
import Scalars

extension CrossCheck {
  /// Times of day: windows without gaps, and all of them while the market is open.
  mutating func checkTimes() {
    guard let session else { return }
    checkWindows(session)
    checkSpans(session)
    checkLastEntry(session)
  }

  /// When options on the first underlying trade on a usual day, in the hours of today; nil where that is
  /// not known, which the check of the calendar says.
  var session: ClosedRange<ClockTime>? {
    let calendar = circumstances.tables.calendar
    let name = settings.list("UNDERLYINGS").first?.text ?? "NIFTY"
    let market: Market =
      circumstances.tables.underlyings.named(name)?.segment == .bfo ? .bfo : .nfo
    guard let hours = calendar.phase(.continuous, of: market, on: circumstances.today),
      let start = hours.start
    else { return nil }
    return ClockTime(
      minutes: start.minutes)...ClockTime(minutes: hours.end.minutes)
  }

  private mutating func checkWindows(_ session: ClosedRange<ClockTime>) {
    let key = "FILTER_WINDOWS"
    let names = settings.list(key).compactMap { $0.elements.first?.text }
    if let twice = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }) {
      refuse("windows", key, "\(quoted(twice.element)) is the name of two windows")
    }
    var expected = session.lowerBound
    for row in settings.list(key).map(\.elements) {
      guard row.count == 4, let from = row[1].text.flatMap(ClockTime.init) else { return }
      let isOpenEnded = row[2].text == "close"
      let end = isOpenEnded ? session.upperBound : row[2].text.flatMap(ClockTime.init) ?? from
      let name = row[0].spelling
      if from > expected {
        refuse(
          "windows", key, "\(expected) to \(from) belongs to no window",
          fix: "begin \(name) at \(expected)")
      } else if from < session.lowerBound {
        refuse(
          "windows", key, "\(name) begins at \(from), before the session at \(session.lowerBound)",
          fix: "begin \(name) at \(expected)")
      } else if from < expected {
        refuse(
          "windows", key, "\(from) to \(expected) belongs to two windows",
          fix: "begin \(name) at \(expected)")
      }
      if end <= from {
        refuse("windows", key, "\(name) ends before it begins")
        return
      }
      if end > session.upperBound {
        refuse("windows", key, "\(name) ends at \(end), after the close at \(session.upperBound)")
      }
      expected = max(expected, end)
    }
    if !settings.list(key).isEmpty, expected < session.upperBound {
      warn(
        "windows", key, "\(expected) to the close at \(session.upperBound) belongs to no window",
        fix: "end the last window at 'close'")
    }
  }

  private mutating func checkSpans(_ session: ClosedRange<ClockTime>) {
    let key = "TIME_MULTIPLIERS"
    if settings["TIME_MULTIPLIERS"].value.content == .list([]) {
      warn("windows", key, "is empty: outside all spans the factor is 0, so nothing is ever opened")
    }
    var last: ClockTime?
    for row in settings.list(key).map(\.elements) {
      guard row.count == 3, let from = row[0].text.flatMap(ClockTime.init),
        let end = row[1].text.flatMap(ClockTime.init)
      else { return }
      if end <= from { refuse("windows", key, "\(from) to \(end) ends before it begins") }
      if from < session.lowerBound || end > session.upperBound {
        refuse(
          "windows", key,
          "\(from) to \(end) is outside the session, \(session.lowerBound) to \(session.upperBound)"
        )
      }
      if let last, from < last {
        refuse("windows", key, "\(from) to \(last) belongs to two spans")
      } else if let last, from > last {
        warn("windows", key, "nothing is opened from \(last) to \(from), which no span covers")
      }
      last = end
    }
  }

  private mutating func checkLastEntry(_ session: ClosedRange<ClockTime>) {
    let names = ["LAST_ENTRY_TIME", "SQUARE_OFF_TIME"]
    let times = names.map { settings.text($0).flatMap(ClockTime.init) }
    for (name, time) in zip(names, times) {
      guard let time, !session.contains(time) else { continue }
      refuse(
        "session", name,
        "\(time) is outside the session, \(session.lowerBound) to \(session.upperBound)")
    }
    if let entry = times[0], let exit = times[1], entry > exit {
      refuse(
        "session", names[0], "must not be after SQUARE_OFF_TIME, which is \(exit); found \(entry)")
    }
  }
}
