import BrokerCalls
import Brokers
import Market
import Store

/// Puts the ticks that were written into the store, some at a time.
struct TickKeeper {
  private let depot: RowDepot<TickRecord>
  private let symbols: [String]
  private let together: Int
  private var waiting: [TickRecord] = []
  private var since = Duration.zero

  /// - Parameter together: how many go into one transaction.
  init(_ depot: RowDepot<TickRecord>, of symbols: [String], together: Int) {
    self.depot = depot
    self.symbols = symbols
    self.together = together
  }

  /// No tick waits longer, however few there are.
  private static let longestWait = Duration.seconds(1)

  /// Takes rows that were written.
  mutating func take(_ rows: [TickBacklog.Row], at now: Duration) {
    if waiting.isEmpty { since = now }
    for case .tick(let tick) in rows {
      let record = TickRecord(tick, symbol: symbols[tick.place])
      if record.isWorthKeeping { waiting.append(record) }
    }
    if waiting.count >= together { keep() }
  }

  /// When what waits is to be kept; nil where nothing waits.
  var nextDue: Duration? { waiting.isEmpty ? nil : since + Self.longestWait }

  /// Keeps what has waited long enough, whether more has come or not.
  mutating func advance(to now: Duration) {
    if let nextDue, nextDue <= now { keep() }
  }

  /// Keeps what waits.
  mutating func keep() {
    while !waiting.isEmpty {
      depot.keep(Array(waiting.prefix(together)))
      waiting.removeFirst(min(together, waiting.count))
    }
  }
}

extension TickRecord {
  /// A tick of a stream.
  fileprivate init(_ tick: StreamTick, symbol: String) {
    let market = tick.market
    self.init(symbol: symbol, time: tick.time, lastPaise: market.last.paise)
    (bidPaise, bidQuantity) = (market.bid?.price.paise, market.bid?.quantity)
    (askPaise, askQuantity) = (market.ask?.price.paise, market.ask?.quantity)
    (volume, openInterest) = (market.volume, market.openInterest)
  }
}
