public import Scalars

/// Which days are trading days, and when one trades on them.
public struct TradingCalendar: Sendable {
  /// The tables with those of the user; nil for those that come with angelx alone.
  private let extended: ExtendedCalendar?

  /// The calendar that comes with angelx, whose tables are read when they are first asked for.
  static let builtIn = TradingCalendar(extended: nil)

  private init(extended: ExtendedCalendar?) {
    self.extended = extended
  }

  init(_ reader: TableReader) throws(TableProblem) {
    extended = try ExtendedCalendar(reader)
  }

  private var days: DayTable { extended?.days ?? BuiltInCalendar.days }
  private var special: SpecialSessions { extended?.special ?? BuiltInCalendar.special }
  private var hours: TradingHours { extended?.hours ?? BuiltInCalendar.hours }

  /// Whether it is a regular trading day: one that may be an expiry.
  ///
  /// A day with nothing but a special session, such as the hour of Muhurat trading, is none.
  public func isTradingDay(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> Bool {
    try days.closure(day, exchange) == nil
  }

  /// Why a day is no regular trading day: the holiday's name or the weekday; nil when it is one.
  public func closure(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> String? {
    try days.closure(day, exchange)
  }

  /// Whether trades of the day before are settled on this trading day.
  public func settles(_ day: Day, _ exchange: Exchange) throws(NotCovered) -> Bool {
    guard try isTradingDay(day, exchange) else { return false }
    return !days.isWithoutSettlement(day, exchange)
  }

  /// The last regular trading day up to a day.
  public func tradingDay(upTo day: Day, _ exchange: Exchange) throws(NotCovered) -> Day {
    var day = day
    while try !isTradingDay(day, exchange) { day = day - 1 }
    return day
  }

  /// The first regular trading day from a day on.
  public func tradingDay(from day: Day, _ exchange: Exchange) throws(NotCovered) -> Day {
    var day = day
    while try !isTradingDay(day, exchange) { day = day + 1 }
    return day
  }

  /// When options trade on a day: no range on a day without trade, two where it is interrupted.
  ///
  /// - Throws: Also where it is known that there is a session, but not when.
  public func sessions(
    on day: Day, _ segment: Segment
  ) throws(NotCovered) -> [ClosedRange<TimeOfDay>] {
    if let sessions = special.sessions(on: day, segment.exchange) {
      guard !sessions.isEmpty else {
        throw NotCovered(
          subject: "the time of the special session", day: day, table: .specialSessions)
      }
      return sessions
    }
    guard try isTradingDay(day, segment.exchange) else { return [] }
    return [try hours.continuous(on: day, segment)]
  }

  /// When options trade on a day that is like any other.
  func usualSession(
    on day: Day, _ segment: Segment
  ) throws(NotCovered) -> ClosedRange<TimeOfDay> {
    try hours.continuous(on: day, segment)
  }

  /// The moment at which a contract that expires on a day can be traded no more.
  public func expiryTime(
    on day: Day, _ segment: Segment
  ) throws(NotCovered) -> (time: TimeOfDay, provenance: Provenance) {
    try hours.lastTrade(ofExpiring: day, segment)
  }

  /// When a phase of the trading day begins and ends; nil where there is no such phase.
  public func phase(
    _ phase: SessionPhase, of market: Market, on day: Day
  ) -> (start: TimeOfDay?, end: TimeOfDay)? {
    hours.phase(phase, of: market, on: day)
  }
}

extension Segment {
  /// The exchange that the segment belongs to.
  public var exchange: Exchange { self == .nfo ? .nse : .bse }
}

/// The tables of the calendar that comes with angelx.
private enum BuiltInCalendar {
  static let days = TableReader.builtIn { reader throws(TableProblem) in try DayTable(reader) }
  static let special = TableReader.builtIn { reader throws(TableProblem) in
    try SpecialSessions(reader)
  }
  static let hours = TableReader.builtIn { reader throws(TableProblem) in
    try TradingHours(reader)
  }
}

/// The tables of a calendar with those of the user.
private final class ExtendedCalendar: Sendable {
  let days: DayTable
  let special: SpecialSessions
  let hours: TradingHours

  init(_ reader: TableReader) throws(TableProblem) {
    days = try DayTable(reader)
    special = try SpecialSessions(reader)
    hours = try TradingHours(reader)
  }
}
