import Scalars

/// A market with hours of its own.
public enum Market: String, Sendable, Hashable, CaseIterable {
  case nfo = "NFO"
  case bfo = "BFO"
  /// Stocks with derivatives.
  case nseCashWithDerivatives = "NSE_CASH_FNO"
  case bseCashWithDerivatives = "BSE_CASH_FNO"
  /// Stocks without derivatives.
  case nseCashOther = "NSE_CASH_OTHER"
  case bseCashOther = "BSE_CASH_OTHER"
  /// All stocks.
  case nseCash = "NSE_CASH"
  case bseCash = "BSE_CASH"
}

/// A phase of the trading day.
public enum SessionPhase: String, Sendable, Hashable, CaseIterable {
  case preOpen = "pre_open"
  case futuresPreOpen = "futures_pre_open"
  case continuous
  /// Trading in contracts that expire on the day, where it ends earlier than in others.
  case expiringContinuous = "expiring_continuous"
  /// The time over which a contract's closing price is averaged.
  case closeAverage = "close_average"
  case closingAuction = "closing_auction"
  case postClose = "post_close"
  case tradeModification = "trade_modification"
}

/// The hours of the markets.
struct TradingHours: Sendable {
  private struct Subject: Hashable {
    let market: Market
    let phase: SessionPhase
  }

  private struct Hours: Sendable {
    let start: TimeOfDay?
    let end: TimeOfDay
  }

  private var rows = DatedRows<Subject, Hours>()

  init(_ reader: TableReader) throws(TableProblem) {
    let columns = [
      "segment", "phase", "effective_from", "effective_to", "start", "end", "source",
      "confidence",
    ]
    for row in try reader.rows(.sessions, columns: columns) {
      let start = try row.optionalTimeOfDay("start")
      guard let end = try row.optionalTimeOfDay("end") else {
        throw row.problem("end", "the cell is empty")
      }
      if let start, start >= end { throw row.problem("end", "ends before it begins") }
      let phase = try row.choice("phase", of: SessionPhase.self)
      let dated = try Dated(row, Hours(start: start, end: end))
      try row.forEachChoice("segment") { market in
        rows.add(dated, for: Subject(market: market, phase: phase))
      }
    }
  }

  func phase(
    _ phase: SessionPhase, of market: Market, on day: Day
  ) -> (start: TimeOfDay?, end: TimeOfDay)? {
    rows.row(for: Subject(market: market, phase: phase), on: day).map {
      ($0.value.start, $0.value.end)
    }
  }

  func continuous(on day: Day, _ segment: Segment) throws(NotCovered) -> ClosedRange<TimeOfDay> {
    let hours = try row(.continuous, on: day, segment).value
    guard let start = hours.start else { throw Self.unknown(day, segment) }
    return start...hours.end
  }

  func lastTrade(
    ofExpiring day: Day, _ segment: Segment
  ) throws(NotCovered) -> (time: TimeOfDay, provenance: Provenance) {
    let subject = Subject(market: segment.market, phase: .expiringContinuous)
    if let row = rows.row(for: subject, on: day) { return (row.value.end, row.provenance) }
    let row = try row(.continuous, on: day, segment)
    return (row.value.end, row.provenance)
  }

  private func row(
    _ phase: SessionPhase, on day: Day, _ segment: Segment
  ) throws(NotCovered) -> Dated<Hours> {
    guard let row = rows.row(for: Subject(market: segment.market, phase: phase), on: day) else {
      throw Self.unknown(day, segment)
    }
    return row
  }

  private static func unknown(_ day: Day, _ segment: Segment) -> NotCovered {
    NotCovered(
      subject: "the trading time of \(segment.rawValue)", day: day, table: .sessions)
  }
}

extension Segment {
  fileprivate var market: Market { self == .nfo ? .nfo : .bfo }
}
