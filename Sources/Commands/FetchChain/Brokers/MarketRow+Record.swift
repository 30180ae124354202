import Market
import Records
import Scalars

extension MarketRow {
  /// The fields of rows that a broker gave, in the order of their declaration.
  static let columns = (RecordKind.all.first { $0.name == "quote" }?.columns ?? [])
    .map { MadeRecords.Column($0) }

  /// The row as a record with these fields.
  var record: [MadeRecords.Value] { Self.columns.map { value($0.name) } }

  private func value(_ field: String) -> MadeRecords.Value {
    switch field {
    case "kind": .text(option == nil ? "index" : "quote")
    case "ts": .text(time.description)
    case "underlying": .text(underlying)
    case "symbol": .text(symbol)
    case "exchange": .text(exchange)
    case "token": Self.text(token)
    case "expiry": Self.text(expiry?.description)
    case "strike": Self.amount(option?.strike)
    case "right": Self.text(option?.right.rawValue)
    case "lot": Self.count(lot)
    case "spot": Self.amount(spot)
    case "forward": Self.amount(forward)
    case "ltp": Self.amount(last)
    case "bid": Self.amount(bid)
    case "ask": Self.amount(ask)
    case "bid_qty": Self.count(bidQuantity)
    case "ask_qty": Self.count(askQuantity)
    case "volume": Self.count(volume)
    case "oi": Self.count(openInterest)
    case "oi_change": Self.count(openInterestChange)
    case "prev_close": Self.amount(previousClose)
    case "broker": .text(source)
    case "age_ms": Self.count(ageMilliseconds)
    default: .null
    }
  }

  private static func text(_ text: String?) -> MadeRecords.Value { text.map { .text($0) } ?? .null }
  private static func count(_ count: Int64?) -> MadeRecords.Value {
    count.map { .whole($0) } ?? .null
  }
  private static func amount(_ amount: Money?) -> MadeRecords.Value {
    // A double holds what is traded to the paisa.
    amount.map { .number($0.approximateRupees) } ?? .null
  }
}
