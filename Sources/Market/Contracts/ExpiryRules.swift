public import Scalars

/// The weekdays on which contracts expire, and the days that come of them.
public struct ExpiryRules: Sendable {
  private struct Subject: Hashable {
    let underlying: String
    let cycle: Expiry.Cycle
  }

  private enum DayName: String, CaseIterable {
    case monday = "Mon"
    case tuesday = "Tue"
    case wednesday = "Wed"
    case thursday = "Thu"
    case friday = "Fri"

    var weekday: Weekday {
      switch self {
      case .monday: .monday
      case .tuesday: .tuesday
      case .wednesday: .wednesday
      case .thursday: .thursday
      case .friday: .friday
      }
    }
  }

  private var rules = DatedRows<Subject, Weekday>()
  private let underlyings: UnderlyingTable
  private let calendar: TradingCalendar

  init(
    _ reader: TableReader, underlyings: UnderlyingTable, calendar: TradingCalendar
  ) throws(TableProblem) {
    self.underlyings = underlyings
    self.calendar = calendar
    let columns = [
      "underlying", "cycle", "effective_from", "effective_to", "weekday", "source", "confidence",
    ]
    for row in try reader.rows(.expiryRules, columns: columns) {
      let subject = Subject(
        underlying: try row.underlying(in: underlyings).name, cycle: try row.choice("cycle"))
      rules.add(try Dated(row, row.choice("weekday", of: DayName.self).weekday), for: subject)
    }
  }

  /// The monthly expiry of a month.
  ///
  /// It is the one of the rule in force, moved by holidays, and not the last expiry of the month: a
  /// weekly one may follow it.
  public func monthly(
    of underlying: String, year: Int, month: Int
  ) throws(NotCovered) -> Expiry {
    guard let scheduled = scheduledMonthly(of: underlying, year: year, month: month) else {
      throw NotCovered(
        subject: "the monthly expiry of \(underlying)",
        day: Day(year: year, month: month, day: 1) ?? Day(daysSince1970: 0), table: .expiryRules)
    }
    return try expiry(scheduled, .monthly, of: underlying)
  }

  /// The expiries whose rule names a day within a range, in order.
  public func expiries(
    of underlying: String, scheduledIn range: ClosedRange<Day>
  ) throws(NotCovered) -> [Expiry] {
    var expiries: [Expiry] = []
    for day in range.lowerBound...range.upperBound {
      if let cycle = cycle(scheduledOn: day, of: underlying) {
        expiries.append(try expiry(day, cycle, of: underlying))
      }
    }
    return expiries
  }

  /// Whether contracts expire on a day.
  public func listing(of day: Day, _ underlying: String) -> Listing {
    do {
      if let expiry = try expiry(on: day, of: underlying) { return .listed(expiry) }
    } catch {
      return .unknown(error)
    }
    // The next monthly one is at most five weeks away; one beyond the calendar is not named.
    let around = ((day - 36)...(day + 36)).lazy.compactMap { scheduled in
      cycle(scheduledOn: scheduled, of: underlying)
        .flatMap { try? expiry(scheduled, $0, of: underlying).day }
    }
    let days = [around.last { $0 < day }, around.first { $0 > day }].compactMap(\.self)
    guard days.isEmpty else { return .notListed(nearest: days) }
    return .unknown(
      NotCovered(subject: "the expiries of \(underlying)", day: day, table: .expiryRules))
  }

  /// The expiry that falls on a day: the one that is scheduled for it, or a later one that holidays move
  /// back to it.
  private func expiry(on day: Day, of underlying: String) throws(NotCovered) -> Expiry? {
    let exchange = underlyings.named(underlying)?.exchange ?? .nse
    for scheduled in day...(day + 7) {
      // From behind a trading day none is moved back any further.
      if scheduled > day, try calendar.isTradingDay(scheduled, exchange) { return nil }
      if let cycle = cycle(scheduledOn: scheduled, of: underlying) {
        let expiry = try expiry(scheduled, cycle, of: underlying)
        if expiry.day == day { return expiry }
      }
    }
    return nil
  }

  /// The cycle of the contracts that would expire on a day of which that is not known, or that is none of
  /// their expiries: that of the rule, else the shortest that there is then.
  func likelyCycle(of day: Day, _ underlying: String) -> Expiry.Cycle {
    if let cycle = cycle(scheduledOn: day, of: underlying) { return cycle }
    let weekly = Subject(underlying: underlying, cycle: .weekly)
    return rules.row(for: weekly, on: day) == nil ? .monthly : .weekly
  }

  /// The cycle of the contracts that a rule lets expire on a day, holidays aside.
  private func cycle(scheduledOn day: Day, of underlying: String) -> Expiry.Cycle? {
    let weekday = day.weekday
    if scheduledMonthly(of: underlying, year: day.year, month: day.month) == day {
      return .monthly
    }
    let subject = Subject(underlying: underlying, cycle: .weekly)
    guard rules.row(for: subject, on: day)?.value == weekday else { return nil }
    // The contract of the week in which the monthly one expires is the monthly one.
    let monday = day - (weekday.rawValue - 1)
    let isMonthlyWeek = [monday, monday + 6].contains { edge in
      scheduledMonthly(of: underlying, year: edge.year, month: edge.month)
        .map { (monday...(monday + 6)).contains($0) } ?? false
    }
    return isMonthlyWeek ? nil : .weekly
  }

  /// The last day of the month that is the weekday of the rule in force on it.
  private func scheduledMonthly(of underlying: String, year: Int, month: Int) -> Day? {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    guard let end = Day(year: next.0, month: next.1, day: 1) else { return nil }
    let subject = Subject(underlying: underlying, cycle: .monthly)
    return (1...7).lazy.map { end - $0 }.first { day in
      rules.row(for: subject, on: day)?.value == day.weekday
    }
  }

  private func expiry(
    _ scheduled: Day, _ cycle: Expiry.Cycle, of underlying: String
  ) throws(NotCovered) -> Expiry {
    let exchange = underlyings.named(underlying)?.exchange ?? .nse
    return Expiry(
      day: try calendar.tradingDay(upTo: scheduled, exchange), cycle: cycle, scheduled: scheduled)
  }
}
