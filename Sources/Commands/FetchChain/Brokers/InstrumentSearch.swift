import BrokerCalls
import Brokers
import CommandLineKit
import Scalars
import Store

/// `fetch-chain --instruments`: what a broker lists, as rows without prices.
struct InstrumentSearch {
  private let fetch: BrokerFetch

  init(_ fetch: BrokerFetch) {
    self.fetch = fetch
  }

  func run() throws -> ExitCode {
    let text = (fetch.options.pattern ?? "").uppercased()
    let wanted = Set(fetch.options.underlyings.map { $0.uppercased() })
    let start = fetch.desk.now
    // A list that is there needs nobody, however the brokers are.
    let (broker, listing) =
      try fetch.desk.knownListing()
      ?? fetch.desk.router.ask({ $0.listLimit }) { line in
        (line.broker.id, try fetch.desk.shelf.listing(of: line))
      }
    let found = try listing.instruments(matching: text)
    let rows = found.filter { wanted.isEmpty || wanted.contains($0.underlying) }
    // All have one time, that at which the list came if it has come only now.
    let time = max(start, fetch.desk.calls.last?.call.at ?? start)
    var records = MadeRecords(MarketRow.columns)
    for instrument in rows { records.add(row(instrument, broker, time).record) }
    var writer = try MadeRecordWriter(
      FetchChain.facts.name, fetch.options.common, fetch.options.records, fetch.surroundings)
    // The list itself is kept for the day, whatever was looked for in it.
    if !fetch.options.isWarming { try writer.write(records) }
    _ = try writer.finish()
    if rows.isEmpty { fetch.note("nothing that is listed has \(text) in its name") }
    return rows.isEmpty && fetch.options.requiresMatch ? .negative : .success
  }

  private func row(
    _ instrument: ListedInstrument, _ broker: BrokerID, _ time: Timestamp
  ) -> MarketRow {
    var row = MarketRow(
      time: time, underlying: instrument.underlying,
      symbol: instrument.kind == .index ? instrument.underlying : instrument.symbol,
      exchange: instrument.key.segment.name, token: instrument.key.token,
      expiry: instrument.expiry, source: broker.rawValue)
    row.lot = instrument.kind == .index ? nil : instrument.lot
    if let strike = instrument.strike, let right = instrument.right {
      row.option = MarketRow.OptionTerms(strike: strike, right: right)
    }
    return row
  }
}
