public import Scalars

/// How far strikes and prices are apart.
public struct StepTable: Sendable {
  /// A series of strikes.
  public enum Series: String, Sendable, Hashable, CaseIterable {
    case near
    case longDated = "long_dated"
  }

  /// A kind of contract.
  public enum Instrument: String, Sendable, Hashable, CaseIterable {
    case option, future
  }

  private struct StrikeSubject: Hashable {
    let underlying: String
    let series: Series
  }

  private struct TickSubject: Hashable {
    let exchange: Exchange
    let instrument: Instrument
  }

  private var strikes = DatedRows<StrikeSubject, Money>()
  private var ticks = DatedRows<TickSubject, Levels<Money>>()

  init(_ reader: TableReader, underlyings: UnderlyingTable) throws(TableProblem) {
    let columns = [
      "underlying", "series", "effective_from", "step", "source", "confidence",
    ]
    for row in try reader.rows(.strikeSteps, columns: columns) {
      let subject = StrikeSubject(
        underlying: try row.underlying(in: underlyings).name, series: try row.choice("series"))
      strikes.add(try Dated(row, row.money("step")), for: subject)
    }
    let tickColumns = [
      "exchange", "instrument", "effective_from", "level_up_to", "tick", "source", "confidence",
    ]
    for row in try reader.rows(.ticks, columns: tickColumns) {
      let subject = TickSubject(
        exchange: try row.choice("exchange"), instrument: try row.choice("instrument"))
      try ticks.add(row.money("tick"), for: subject, row: row)
    }
  }

  /// How far listed strikes near the money are apart; the chain itself knows better.
  public func strikeStep(
    of underlying: String, _ series: Series = .near, on day: Day
  ) throws(NotCovered) -> Money {
    let subject = StrikeSubject(underlying: underlying, series: series)
    guard let row = strikes.row(for: subject, on: day) else {
      throw NotCovered(
        subject: "the strike step of \(underlying)", day: day, table: .strikeSteps)
    }
    return row.value
  }

  /// The smallest difference of two prices.
  ///
  /// - Parameter level: the level of the index, on which the tick of a future depends.
  public func tick(
    of instrument: Instrument, _ exchange: Exchange, atLevel level: Money, on day: Day
  ) throws(NotCovered) -> Money {
    let row = ticks.row(for: TickSubject(exchange: exchange, instrument: instrument), on: day)
    guard let tick = row?.value.value(at: level) else {
      throw NotCovered(
        subject: "the tick of \(instrument)s on \(exchange.rawValue)", day: day, table: .ticks)
    }
    return tick
  }
}
