internal import Market
internal import Scalars

/// Understands the cells of a row of Kite's list.
struct KiteRowReading {
  let columns: KiteColumns
  /// Understands symbols of rows that do not name what they are on.
  let symbols: SymbolReader

  /// The row that cells are.
  func row(
    _ cells: [MasterFields.Place], in bytes: Span<UInt8>
  ) throws(MasterFlaw) -> InstrumentRow {
    let exchange = bytes.extracting(cells[columns.exchange].range)
    guard let segment = MasterFields.segment(exchange) else { throw .segment }
    let (kind, right) = kind(cells, bytes)
    let isContract = kind == .option || kind == .future
    let symbol = cells[columns.symbol].range
    guard MasterFields.isSymbol(bytes.extracting(symbol), isContract: isContract) else {
      throw .symbol
    }
    var row = InstrumentRow(
      token: try token(cells, bytes, segment, kind), symbol: symbol,
      underlying: cells[columns.name].range, segment: segment, kind: kind)
    row.expiry = try expiry(cells[columns.expiry], bytes)
    row.lot = try lot(cells[columns.lot], bytes)
    row.tick = try money(cells[columns.tick], bytes)
    if kind == .option {
      row.strike = try money(cells[columns.strike], bytes)
      row.right = right
      guard row.strike != nil else { throw .contract }
    }
    guard isContract else { return row }
    guard row.expiry != nil else { throw .contract }
    if row.underlying.isEmpty { row.underlying = try underlying(of: row, bytes) }
    return row
  }

  private func kind(
    _ cells: [MasterFields.Place], _ bytes: Span<UInt8>
  ) -> (InstrumentKind, OptionRight?) {
    switch MasterText.word(bytes.extracting(cells[columns.type].range)) {
    // CE, PE, FUT and EQ.
    case 0x4345: (.option, .call)
    case 0x5045: (.option, .put)
    case 0x46_5554: (.future, nil)
    case 0x4551:
      // INDICES
      MasterText.word(bytes.extracting(cells[columns.segment].range)) == 0x49_4E44_4943_4553
        ? (.index, nil) : (.equity, nil)
    default: (.other, nil)
    }
  }

  /// Where the number stands by which the instrument is known.
  ///
  /// Both numbers of a row must agree, for one is put together from the other later.
  private func token(
    _ cells: [MasterFields.Place], _ bytes: Span<UInt8>, _ segment: ExchangeSegment,
    _ kind: InstrumentKind
  ) throws(MasterFlaw) -> Range<Int> {
    let (own, exchange) = (cells[columns.instrumentToken], cells[columns.exchangeToken])
    let number = kind == .index ? KiteToken.indices : segment.kiteNumber
    guard MasterFields.isToken(bytes.extracting(own.range)),
      MasterFields.isToken(bytes.extracting(exchange.range)), let number,
      let whole = MasterText.whole(bytes.extracting(own.range)),
      let part = MasterText.whole(bytes.extracting(exchange.range)),
      part < 1 << 24, whole == part << 8 | Int64(number)
    else { throw .token }
    return kind == .index ? own.range : exchange.range
  }

  private func expiry(
    _ place: MasterFields.Place, _ bytes: Span<UInt8>
  ) throws(MasterFlaw) -> Day? {
    if place.isEmpty { return nil }
    guard let day = try? Day(text: bytes.extracting(place.range)) else { throw .expiry }
    return day
  }

  /// How many units make a lot; nil where it is missing or zero.
  private func lot(
    _ place: MasterFields.Place, _ bytes: Span<UInt8>
  ) throws(MasterFlaw) -> Int64? {
    if place.isEmpty { return nil }
    guard let number = MasterText.whole(bytes.extracting(place.range)),
      (0...Int64(Int32.max)).contains(number)
    else { throw .number }
    return number == 0 ? nil : number
  }

  /// An amount that is written in rupees; nil where it is missing or zero.
  private func money(
    _ place: MasterFields.Place, _ bytes: Span<UInt8>
  ) throws(MasterFlaw) -> Money? {
    if place.isEmpty { return nil }
    guard let paise = MasterText.paise(bytes.extracting(place.range)), paise >= 0 else {
      throw .number
    }
    return paise == 0 ? nil : Money(paise: paise)
  }

  /// Where the name stands of what a contract is on, which its symbol begins with.
  ///
  /// The symbol must say the same as the other cells.
  private func underlying(
    of row: InstrumentRow, _ bytes: Span<UInt8>
  ) throws(MasterFlaw) -> Range<Int> {
    let text = String(decoding: row.symbol.map { bytes[$0] }, as: UTF8.self)
    guard let reading = try? symbols.reading(of: text), let day = row.expiry,
      reading.terms == Self.terms(of: row)
    else { throw .contract }
    switch reading.expiry {
    case .day(let named): guard named == day else { throw .contract }
    case .month(let year, let month):
      guard day.year == year, day.month == month else { throw .contract }
    }
    let start = row.symbol.lowerBound
    return start..<start + reading.underlying.utf8.count
  }

  private static func terms(of row: InstrumentRow) -> Contract.Terms {
    guard let strike = row.strike, let right = row.right else { return .future }
    return .option(strike: strike, right: right)
  }
}
