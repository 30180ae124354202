import Market
import Records
import Scalars
import Store

/// A quote of a contract as a file of an exchange or a broker has it, in our own terms.
struct MarketRow {
  /// What an option has and a future has not.
  struct OptionTerms {
    let strike: Money
    let right: OptionRight
  }

  var time: Timestamp
  var underlying: String
  var symbol: String
  var exchange: String
  var token: String?
  /// Nil for an index.
  var expiry: Day?
  /// The terms of an option; nil for a future.
  var option: OptionTerms?
  var lot: Int64?
  var spot: Money?
  /// The future that expires with an option.
  var forward: Money?
  var last: Money?
  var bid: Money?
  var ask: Money?
  var bidQuantity: Int64?
  var askQuantity: Int64?
  var volume: Int64?
  var openInterest: Int64?
  var openInterestChange: Int64?
  var previousClose: Money?
  /// How old the data was when it was received; nil where nobody knows.
  var ageMilliseconds: Int64?
  /// Where the row came from.
  var source: String

  /// The fields of a row, in the order in which they are written.
  static let fields: [AddedField] = [
    AddedField("kind", words: ["quote", "index"]), "ts", "underlying", "symbol", "exchange",
    "token", "expiry", "strike", AddedField("right", words: ["CE", "PE"]), "lot", "spot", "ltp",
    "volume", "oi", "oi_change", "prev_close", "broker",
  ]

  /// Sets the fields of a record to those of the row.
  func write(to added: inout AddedFields) {
    added.set(0, word: option == nil ? "index" : "quote")
    added.set(1, text: time.description)
    added.set(2, text: underlying)
    if symbol.isEmpty { added.setNull(3) } else { added.set(3, text: symbol) }
    added.set(4, text: exchange)
    Self.set(5, token, in: &added)
    Self.set(6, expiry?.description, in: &added)
    Self.set(7, option?.strike, in: &added)
    switch option?.right {
    case .call: added.set(8, word: "CE")
    case .put: added.set(8, word: "PE")
    case nil: added.setNull(8)
    }
    Self.set(9, lot, in: &added)
    Self.set(10, spot, in: &added)
    Self.set(11, last, in: &added)
    Self.set(12, volume, in: &added)
    Self.set(13, openInterest, in: &added)
    Self.set(14, openInterestChange, in: &added)
    Self.set(15, previousClose, in: &added)
    added.set(16, text: source)
  }

  /// The terms of an option, as they are kept.
  var terms: QuoteRecord.Terms? {
    guard let option, let expiry else { return nil }
    return QuoteRecord.Terms(
      expiry: expiry, strikePaise: option.strike.paise, isCall: option.right == .call)
  }

  /// Whether anything of the market is known, and not only that there is such a contract.
  var hasMarket: Bool {
    last != nil || bid != nil || ask != nil || volume != nil || openInterest != nil
  }

  private static func set(_ index: Int, _ text: String?, in added: inout AddedFields) {
    if let text { added.set(index, text: text) } else { added.setNull(index) }
  }

  private static func set(_ index: Int, _ amount: Money?, in added: inout AddedFields) {
    // A double holds what is traded to the paisa.
    if let amount { added.set(index, amount.approximateRupees) } else { added.setNull(index) }
  }

  private static func set(_ index: Int, _ count: Int64?, in added: inout AddedFields) {
    if let count { added.set(index, count) } else { added.setNull(index) }
  }
}

extension QuoteRecord {
  /// The row as it is kept.
  init(_ row: MarketRow) {
    self.init(
      underlying: row.underlying, time: row.time, symbol: row.symbol,
      terms: row.terms, source: row.source)
    spotPaise = row.spot?.paise
    lastPaise = row.last?.paise
    bidPaise = row.bid?.paise
    askPaise = row.ask?.paise
    bidQuantity = row.bidQuantity
    askQuantity = row.askQuantity
    volume = row.volume
    openInterest = row.openInterest
  }
}
