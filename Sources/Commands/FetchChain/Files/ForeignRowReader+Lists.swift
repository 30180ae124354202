import CommandLineKit
import Market
import Records
import Scalars

/// The lists of instruments that brokers publish, which have no prices.
extension ForeignRowReader {
  /// A row of Angel One's list.
  mutating func angelOne(
    _ reader: inout RecordReader, _ wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    guard let type = reader.cell(.instrumentKind),
      ["OPTIDX", "FUTIDX", "OPTSTK", "FUTSTK"].contains(type)
    else { return nil }
    let underlying = try reader.symbol(.name)
    guard Self.isWanted(underlying, isIndex: type.hasSuffix("IDX"), wanted) else { return nil }
    guard let expiry = Day(brokerText: try reader.needed(.expiry)) else {
      throw reader.refusal("day", ForeignColumn.expiry.slot, "expected a day such as 23NOV2026")
    }
    let symbol = try reader.symbol(.symbol)
    var row = MarketRow(
      time: now, underlying: underlying, symbol: symbol, exchange: try reader.needed(.segment),
      token: reader.cell(.token), expiry: expiry, source: "angelone")
    if type.hasPrefix("OPT") {
      guard let right = OptionRight(rawValue: String(symbol.suffix(2))) else {
        throw reader.refusal("right", ForeignColumn.symbol.slot, "expected a symbol in CE or PE")
      }
      // The list has strikes in paise.
      row.option = MarketRow.OptionTerms(
        strike: try reader.strike(.strike, dividedBy: 100), right: right)
    }
    row.lot = try reader.lot(.lotSize)
    return row
  }

  /// A row of Zerodha's list.
  mutating func kite(
    _ reader: inout RecordReader, _ wanted: Set<String>
  ) throws(RecordProblem) -> MarketRow? {
    let type = try reader.needed(.kiteType)
    guard type == "CE" || type == "PE" || type == "FUT" else { return nil }
    // Lists of before 2019 have no names; of a contract that begins with none that is known or wanted nobody
    // asks.
    let symbol = reader.cell(.tradingSymbol) ?? ""
    guard let underlying = reader.cell(.name) ?? beginning(of: symbol, wanted) else { return nil }
    let isIndex = tables.underlyings.named(underlying) != nil
    guard Self.isWanted(underlying, isIndex: isIndex, wanted) else { return nil }
    guard KeptSymbol.isOne(underlying) else {
      throw reader.refusal("symbol", ForeignColumn.name.slot, "expected a name of A-Z and 0-9")
    }
    var row = MarketRow(
      time: now, underlying: underlying, symbol: try reader.symbol(.tradingSymbol),
      exchange: try reader.needed(.exchange), token: reader.cell(.exchangeToken),
      expiry: try isoDay(&reader, .expiry), source: "kite")
    if let right = OptionRight(rawValue: type) {
      row.option = MarketRow.OptionTerms(strike: try reader.strike(.strike), right: right)
    }
    row.lot = try reader.lot(.kiteLot)
    return row
  }

  /// The underlying that a symbol begins with, of those that are known and those that are wanted; nil where
  /// it is none of them.
  private func beginning(of symbol: String, _ wanted: Set<String>) -> String? {
    names.union(wanted)
      .filter { symbol.hasPrefix($0) && symbol.dropFirst($0.count).first?.isNumber == true }
      .max { $0.count < $1.count }
  }
}
