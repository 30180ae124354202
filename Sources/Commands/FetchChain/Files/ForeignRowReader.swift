import CommandLineKit
import Market
import Records
import Scalars

/// Reads rows of files of exchanges and brokers as quotes of our own form.
struct ForeignRowReader: Sendable {
  let tables: MarketTables
  let now: Timestamp
  /// The names of everything that contracts may be on.
  let names: Set<String>
  private let volumeUnit: VolumeUnit
  private let keeps: Bool
  private var closes: [DayOfSegment: Timestamp] = [:]

  private struct DayOfSegment: Hashable {
    let day: Day
    let segment: Segment
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - now: the time of rows that have none, as in a list of instruments.
  ///   - keeps: whether all of a row is wanted that the store keeps, also of one that is in our form.
  init(_ tables: MarketTables, now: Timestamp, _ volumeUnit: VolumeUnit, keeps: Bool) {
    self.keeps = keeps
    self.tables = tables
    self.now = now
    self.volumeUnit = volumeUnit
    names = Set(tables.underlyings.all.map(\.name))
  }

  /// The row of an index option or an index future, or of what was asked for by name; nil for others.
  mutating func row(
    _ reader: inout RecordReader, in form: ForeignForm, of wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    switch form {
    case .own: try own(&reader, wanted)
    case .unified: try unified(&reader, wanted)
    case .legacy: try legacy(&reader, wanted)
    case .angelOne: try angelOne(&reader, wanted)
    case .kite: try kite(&reader, wanted)
    }
  }

  // MARK: Rows of our own

  /// What is kept of a row in our form; the row itself goes on as it is.
  private func own(
    _ reader: inout RecordReader, _ wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    let underlying = try reader.needed(.underlying)
    guard wanted.isEmpty || wanted.contains(underlying.uppercased()) else { return nil }
    guard let time = try reader.time(ForeignColumn.ts.slot) else {
      throw reader.refusal("missing", ForeignColumn.ts.slot, "a quote needs the time")
    }
    var row = MarketRow(
      time: time, underlying: underlying, symbol: reader.cell(.symbol) ?? underlying,
      exchange: reader.cell(.exchange) ?? "", expiry: try reader.day(ForeignColumn.expiry.slot),
      source: reader.cell(.broker) ?? "file")
    if let right = try reader.text(ForeignColumn.right.slot) {
      guard row.expiry != nil else {
        throw reader.refusal("missing", ForeignColumn.expiry.slot, "an option needs its expiry")
      }
      let isCall = right.withBytes { $0[0] == UInt8(ascii: "C") }
      row.option = MarketRow.OptionTerms(
        strike: try reader.strike(.strike), right: isCall ? .call : .put)
    }
    // What only goes on as it is need not be read.
    let isNormal = isNormal(&reader)
    if keeps || !isNormal { try addMarket(&reader, to: &row) }
    if !isNormal { try addRest(&reader, to: &row) }
    return row
  }

  /// What else a row of ours may have that is written anew.
  private func addRest(
    _ reader: inout RecordReader, to row: inout MarketRow
  ) throws(RecordProblem) {
    row.token = reader.cell(.token)
    row.lot = try reader.lot(.lot)
    row.openInterestChange = try reader.count(.ownChange, mayFall: true)
    row.previousClose = try reader.price(.ownClose)
    let segment = tables.underlyings.named(row.underlying)?.segment
    if row.exchange.isEmpty, row.expiry != nil, let segment { row.exchange = segment.rawValue }
  }

  /// Whether a row of our form goes on as it is: it has its kind and a time with its offset, or is of another
  /// kind than what is made here.
  func isNormal(_ reader: inout RecordReader) -> Bool {
    guard let kind = reader.cell(.kind) else { return false }
    guard kind == "quote" || kind == "index", let time = reader.cell(.ts) else { return true }
    return (try? Timestamp(rfc3339: Array(time.utf8).span)) != nil
  }

  private func addMarket(
    _ reader: inout RecordReader, to row: inout MarketRow
  ) throws(RecordProblem) {
    row.symbol = try keeps ? keptSymbol(&reader, of: row) : shownSymbol(&reader, of: row)
    row.spot = try reader.price(.spot)
    row.last = try reader.price(.ltp)
    row.bid = try reader.price(.bid)
    row.ask = try reader.price(.ask)
    row.bidQuantity = try reader.count(.bidQuantity)
    row.askQuantity = try reader.count(.askQuantity)
    row.volume = try reader.count(.volume)
    row.openInterest = try reader.count(.oi)
  }

  /// The symbol of a row that is only written; none where the tables do not know the contract.
  private func shownSymbol(_ reader: inout RecordReader, of row: MarketRow) -> String {
    if let symbol = reader.cell(.symbol) { return symbol }
    guard let expiry = row.expiry else { return row.underlying }
    guard tables.underlyings.named(row.underlying) != nil,
      case .listed = tables.expiries.listing(of: expiry, row.underlying)
    else { return "" }
    return symbol(of: row) ?? ""
  }

  /// The symbol of a row in our form; an index may go by its name.
  private func keptSymbol(
    _ reader: inout RecordReader, of row: MarketRow
  ) throws(RecordProblem) -> String {
    if reader.cell(.symbol) != nil { return try reader.symbol(.symbol) }
    if row.expiry == nil { return row.underlying }
    // Without one all contracts of a moment would be the same row.
    guard let symbol = symbol(of: row) else {
      throw reader.refusal(
        "symbol", ForeignColumn.symbol.slot, "a contract that is kept needs a symbol")
    }
    return symbol
  }

  // MARK: Daily files

  private mutating func unified(
    _ reader: inout RecordReader, _ wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    let type = try reader.needed(.instrumentType)
    guard ["IDO", "IDF", "STO", "STF"].contains(type) else { return nil }
    let underlying = try reader.symbol(.ticker)
    guard Self.isWanted(underlying, isIndex: type.hasPrefix("I"), wanted) else { return nil }
    let source = try reader.needed(.source)
    guard let exchange = Exchange(rawValue: source) else {
      throw reader.refusal("exchange", ForeignColumn.source.slot, "expected NSE or BSE")
    }
    let segment: Segment = exchange == .nse ? .nfo : .bfo
    let day = try isoDay(&reader, .tradeDate)
    var row = MarketRow(
      time: try close(of: day, segment, &reader, .tradeDate), underlying: underlying,
      symbol: try reader.symbol(.instrumentName), exchange: segment.rawValue,
      token: reader.cell(.instrumentId), expiry: try isoDay(&reader, .expiryDate), source: source)
    if type.hasSuffix("O") {
      row.option = MarketRow.OptionTerms(
        strike: try reader.strike(.strikePrice), right: try reader.right(.optionType))
    }
    row.lot = try reader.lot(.boardLot)
    row.spot = try reader.price(.underlyingPrice)
    let volume = try reader.count(.tradedVolume)
    // Of a contract that was not traded the last price is one of an earlier day.
    row.last = volume == 0 ? nil : try reader.price(.lastPrice)
    row.volume = try units(volume, volumeUnit, row.lot, &reader, .tradedVolume)
    row.openInterest = try reader.count(.openInterest)
    row.openInterestChange = try reader.count(.openInterestChange, mayFall: true)
    row.previousClose = try reader.price(.previousClose)
    return row
  }

  private mutating func legacy(
    _ reader: inout RecordReader, _ wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    let type = try reader.needed(.legacyInstrument)
    guard ["OPTIDX", "FUTIDX", "OPTSTK", "FUTSTK"].contains(type) else { return nil }
    let underlying = try reader.symbol(.legacySymbol)
    guard Self.isWanted(underlying, isIndex: type.hasSuffix("IDX"), wanted) else { return nil }
    let day = try exchangeDay(&reader, .legacyTimestamp)
    let expiry = try exchangeDay(&reader, .legacyExpiry)
    var row = MarketRow(
      time: try close(of: day, .nfo, &reader, .legacyTimestamp), underlying: underlying,
      symbol: "", exchange: Segment.nfo.rawValue, expiry: expiry, source: Exchange.nse.rawValue)
    if type.hasPrefix("OPT") {
      row.option = MarketRow.OptionTerms(
        strike: try reader.strike(.legacyStrike), right: try reader.right(.legacyOptionType))
    }
    guard let symbol = symbol(of: row) else {
      throw reader.refusal(
        "symbol", ForeignColumn.legacyStrike.slot, "no symbol can be made for this contract")
    }
    row.symbol = symbol
    row.lot = try? tables.lots.lot(of: underlying, expiring: expiry, on: day).units
    let contracts = try reader.count(.legacyContracts)
    row.last = contracts == 0 ? nil : try reader.price(.legacyClose)
    row.volume = try units(contracts, .lots, row.lot, &reader, .legacyContracts)
    row.openInterest = try reader.count(.legacyOpenInterest)
    row.openInterestChange = try reader.count(.legacyOpenInterestChange, mayFall: true)
    return row
  }

  /// The symbol as the later files have it, for a row that does not give it.
  private func symbol(of row: MarketRow) -> String? {
    guard let expiry = row.expiry else { return nil }
    let terms: Contract.Terms =
      row.option.map { .option(strike: $0.strike, right: $0.right) } ?? .future
    let contract = Contract(underlying: row.underlying, expiry: expiry, terms: terms)
    return KeptSymbol.usual(of: contract, tables.expiries)
  }

  /// A volume in units; nil where that needs a lot that is not known.
  private func units(
    _ volume: Int64?, _ unit: VolumeUnit, _ lot: Int64?, _ reader: inout RecordReader,
    _ column: ForeignColumn
  ) throws(RecordProblem) -> Int64? {
    guard let volume, let factor = unit == .units ? 1 : lot else { return nil }
    let (units, overflow) = volume.multipliedReportingOverflow(by: factor)
    if overflow { throw reader.refusal("count", column.slot, "this is too large a volume") }
    return units
  }

  // MARK: Days

  static func isWanted(
    _ underlying: String, isIndex: Bool, _ wanted: Set<String>
  ) -> Bool {
    wanted.isEmpty ? isIndex : wanted.contains(underlying)
  }

  func isoDay(
    _ reader: inout RecordReader, _ column: ForeignColumn
  ) throws(RecordProblem) -> Day {
    guard let day = Day(argument: try reader.needed(column)) else {
      throw reader.refusal("day", column.slot, "expected a day such as 2026-11-20")
    }
    return day
  }

  private func exchangeDay(
    _ reader: inout RecordReader, _ column: ForeignColumn
  ) throws(RecordProblem) -> Day {
    guard let day = Day(exchangeText: try reader.needed(column)) else {
      throw reader.refusal("day", column.slot, "expected a day such as 25-JUL-2024")
    }
    return day
  }

  /// The end of trading on a day, which is the time of a daily file.
  private mutating func close(
    of day: Day, _ segment: Segment, _ reader: inout RecordReader, _ column: ForeignColumn
  ) throws(RecordProblem) -> Timestamp {
    let key = DayOfSegment(day: day, segment: segment)
    if let known = closes[key] { return known }
    let end: TimeOfDay?
    do throws(NotCovered) {
      end = try tables.calendar.sessions(on: day, segment).last?.upperBound
    } catch {
      throw reader.refusal("not-covered", column.slot, error.message, hint: error.hint)
    }
    guard let end else {
      throw reader.refusal("no-session", column.slot, "there was no trade on this day")
    }
    let time = Timestamp(day, hour: end.minutes / 60, minute: end.minutes % 60)
    closes[key] = time
    return time
  }
}
