import BrokerCalls
import Brokers
import CommandLineKit
import Files
import Market
import Records
import Scalars
import Streams

/// Writes ticks and gaps as records.
struct TickWriter: ~Copyable {
  /// So many rows are surely no more than a pipe takes at once that takes any.
  static let mostRows = Output.pieceOfPipe / 256

  private static let tickColumns = columns(of: "tick")
  private static let gapColumns = columns(of: "gap")

  private let symbols: [String]
  private let broker: BrokerID
  /// Whether all rows have the fields of both kinds, as those of one table must.
  private let isTable: Bool
  /// Whether it is for a person, who is told of gaps in words.
  private let isForPeople: Bool
  private var writer: MadeRecordWriter

  /// Opens the output.
  ///
  /// - Parameter symbols: the names of the instruments, by their places.
  init(_ fetch: BrokerFetch, of symbols: [String], from broker: BrokerID) throws {
    self.symbols = symbols
    self.broker = broker
    let (common, records) = (fetch.options.common, fetch.options.records)
    let form = StreamCommand(FetchChain.facts.name, common, records, in: fetch.surroundings).form
    isForPeople = form == .table
    isTable =
      switch form {
      case .cells: true
      case .lines, .array, .table, .closingOnly: !records.fields.isEmpty
      }
    writer = try MadeRecordWriter(FetchChain.facts.name, common, records, fetch.surroundings)
  }

  /// Whether some rows can be written now without waiting for who reads them.
  var takesMore: Bool { writer.takesMore }

  /// Writes rows in their order.
  mutating func write(_ rows: [TickBacklog.Row]) throws {
    var rest = rows[...]
    while let first = rest.first {
      let isGap = first.isGap
      let same = isTable ? rest : rest.prefix { $0.isGap == isGap }
      rest = rest.dropFirst(same.count)
      if isGap, isForPeople, !isTable { continue }
      var records = MadeRecords(columns(isGap: isGap))
      for row in same {
        if isForPeople, row.isGap { continue }
        records.add(records.columns.map { value($0.name, of: row) })
      }
      try writer.write(records)
    }
  }

  /// Ends the output.
  mutating func finish() throws { _ = try writer.finish() }

  private func columns(isGap: Bool) -> [MadeRecords.Column] {
    guard isTable else { return isGap ? Self.gapColumns : Self.tickColumns }
    if isForPeople { return Self.tickColumns }
    let known = Set(Self.tickColumns.map(\.name))
    return Self.tickColumns + Self.gapColumns.filter { !known.contains($0.name) }
  }

  private static func columns(of kind: String) -> [MadeRecords.Column] {
    (RecordKind.all.first { $0.name == kind }?.columns ?? []).map { MadeRecords.Column($0) }
  }

  // MARK: Values

  private func value(_ field: String, of row: TickBacklog.Row) -> MadeRecords.Value {
    switch row {
    case .tick(let tick): value(field, of: tick)
    case .gap(let gap): value(field, of: gap)
    }
  }

  private func value(_ field: String, of tick: StreamTick) -> MadeRecords.Value {
    let market = tick.market
    func amount(_ level: BrokerTick.Level?) -> MadeRecords.Value {
      level.map { .number($0.price.approximateRupees) } ?? .null
    }
    func count(_ count: Int64?) -> MadeRecords.Value { count.map { .whole($0) } ?? .null }
    return switch field {
    case "kind": .text("tick")
    case "ts": .text(tick.time.description)
    case "symbol": .text(symbols[tick.place])
    case "ltp": .number(market.last.approximateRupees)
    case "bid": amount(market.bid)
    case "ask": amount(market.ask)
    case "bid_qty": count(market.bid?.quantity)
    case "ask_qty": count(market.ask?.quantity)
    case "volume": count(market.volume)
    case "oi": count(market.openInterest)
    default: .null
    }
  }

  private func value(_ field: String, of gap: StreamGap) -> MadeRecords.Value {
    switch field {
    case "kind": .text("gap")
    case "ts", "until": .text(gap.until.description)
    case "from": .text(gap.from.description)
    case "seconds": .number(Double(gap.length.milliseconds) / 1000)
    case "broker": .text(broker.rawValue)
    case "reason": .text(gap.reason)
    case "symbols" where gap.places.count < symbols.count: .texts(Array(symbols[gap.places]))
    default: .null
    }
  }
}

extension TickBacklog.Row {
  var isGap: Bool { if case .gap = self { true } else { false } }
}
