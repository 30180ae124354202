import BrokerCalls
import Brokers
import CommandLineKit
import Market
import Records
import Scalars

/// `fetch-chain --candles`: the prices of spans of time, of indices and of contracts.
struct CandleFetch {
  private let fetch: BrokerFetch
  private let interval: CandleInterval

  init(_ fetch: BrokerFetch, _ interval: CandleInterval) {
    self.fetch = fetch
    self.interval = interval
  }

  func run() throws -> ExitCode {
    fetch.desk.restartDeadline()
    let span = try span()
    var writer = try MadeRecordWriter(
      FetchChain.facts.name, fetch.options.common, fetch.options.records, fetch.surroundings)
    var count = 0
    var failure: CallFailure?
    for name in fetch.underlyings {
      do {
        let (symbol, found) = try fetch.desk.router.ask({ $0.historyLimit }) { line in
          try candles(of: name, span, from: line)
        }
        if found.isEmpty { fetch.warn("\(name): there are no candles in this span") }
        count += found.count
        if !fetch.options.isWarming { try writer.write(records(found, of: symbol)) }
      } catch let error as CallFailure where error.isOfOneAnswer {
        // One that cannot be had costs no other.
        guard fetch.underlyings.count > 1 else { throw error }
        fetch.log.report(Diagnostic(error, command: FetchChain.facts.name))
        failure = error
      }
    }
    _ = try writer.finish()
    if let failure { return ExitCode(failure) }
    return count == 0 && fetch.options.requiresMatch ? .negative : .success
  }

  private func span() throws -> HistorySpan {
    let start = try fetch.instant(fetch.options.since ?? .day(.today), isEnd: false)
    let end = try fetch.options.until.map { try fetch.instant($0, isEnd: true) } ?? fetch.desk.now
    guard let span = HistorySpan(from: start, through: end) else {
      throw UsageError.combination(
        fetch.options.until == nil
          ? "--since lies in the future: without --until it ends now, at \(end)"
          : "--until lies before --since")
    }
    return span
  }

  private func candles(
    of name: String, _ span: HistorySpan, from line: BrokerLine
  ) throws -> (symbol: String, [Candle]) {
    let listing = try fetch.desk.shelf.listing(of: line)
    let index = try listing.instruments(of: name).first { $0.kind == .index }
    guard let instrument = try index ?? listing.instruments(named: name).first else {
      throw CallFailure(
        .notListed, line.broker.id, "\(name) is neither an index nor a contract that is listed",
        remedy: "angelx fetch-chain --instruments --grep \(name) shows what is")
    }
    let answers = try line.answers(to: line.broker.candles(of: instrument, interval, span))
    let candles = History.joined(answers.map(\.value))
    if index != nil { return (name, candles) }
    let points = try line.answers(to: line.broker.openInterest(of: instrument, interval, span))
    return (
      instrument.symbol, History.joined(candles, with: History.joined(points.map(\.value)))
    )
  }

  private func records(_ candles: [Candle], of symbol: String) -> MadeRecords {
    let kind = RecordKind.all.first { $0.name == "candle" }
    var records = MadeRecords((kind?.columns ?? []).map { MadeRecords.Column($0) })
    for candle in candles {
      func price(_ price: Money) -> MadeRecords.Value { .number(price.approximateRupees) }
      records.add([
        .text("candle"), .text(candle.start.description), .text(symbol), .text(interval.rawValue),
        price(candle.open), price(candle.high), price(candle.low), price(candle.close),
        .whole(candle.volume), candle.openInterest.map { .whole($0) } ?? .null,
      ])
    }
    return records
  }
}

extension CandleInterval: ArgumentValue {}
