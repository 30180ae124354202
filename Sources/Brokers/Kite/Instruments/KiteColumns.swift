/// The columns of Kite's list, and where each stands in a row.
struct KiteColumns {
  private enum Column: String {
    case instrumentToken = "instrument_token"
    case exchangeToken = "exchange_token"
    case symbol = "tradingsymbol"
    case name
    case expiry
    case strike
    case tick = "tick_size"
    case lot = "lot_size"
    case type = "instrument_type"
    case segment
    case exchange
  }

  /// How many cells a row has.
  let count: Int
  /// Where each column stands.
  let instrumentToken, exchangeToken, symbol, name, expiry, strike, tick, lot: Int
  let type, segment, exchange: Int

  /// Reads the first row; columns that are not known are left alone, in whatever order they come.
  init(_ names: [String]) throws(KiteListProblem) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .repeatedColumn(name) }
    func place(_ column: Column) throws(KiteListProblem) -> Int {
      guard let place = names.firstIndex(of: column.rawValue) else {
        throw .missingColumn(column.rawValue)
      }
      return place
    }
    count = names.count
    instrumentToken = try place(.instrumentToken)
    exchangeToken = try place(.exchangeToken)
    symbol = try place(.symbol)
    name = try place(.name)
    expiry = try place(.expiry)
    strike = try place(.strike)
    tick = try place(.tick)
    lot = try place(.lot)
    type = try place(.type)
    segment = try place(.segment)
    exchange = try place(.exchange)
  }
}

/// Why Kite's list is refused as a whole.
package enum KiteListProblem: Error, Sendable, Equatable {
  /// There is no row of instruments in it.
  case empty
  /// Its first row does not name a column that is needed; perhaps it is no such list.
  case missingColumn(String)
  /// Its first row names a column twice.
  case repeatedColumn(String)
  /// It ends in the middle of a row, after so many.
  case truncated(rows: Int)
  /// A row is longer than any that the broker writes; the first one behind the names is number 1.
  case tooLong(row: Int)
}
