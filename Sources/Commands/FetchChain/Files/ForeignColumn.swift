/// The columns that are read of files that are not in our form, by the names that they have there.
enum ForeignColumn: String, CaseIterable {
  // Our own rows.
  case kind, strike, right, ts, underlying, exchange, spot, ltp, bid, ask, volume, oi, broker
  case bidQuantity = "bid_qty"
  case askQuantity = "ask_qty"
  case lot
  case ownChange = "oi_change"
  case ownClose = "prev_close"

  // The unified format of the exchanges, from 8 July 2024 on.
  case tradeDate = "TradDt"
  case source = "Src"
  case instrumentType = "FinInstrmTp"
  case instrumentId = "FinInstrmId"
  case ticker = "TckrSymb"
  case expiryDate = "XpryDt"
  case strikePrice = "StrkPric"
  case optionType = "OptnTp"
  case instrumentName = "FinInstrmNm"
  case lastPrice = "LastPric"
  case previousClose = "PrvsClsgPric"
  case underlyingPrice = "UndrlygPric"
  case openInterest = "OpnIntrst"
  case openInterestChange = "ChngInOpnIntrst"
  case tradedVolume = "TtlTradgVol"
  case tradedValue = "TtlTrfVal"
  case boardLot = "NewBrdLotQty"

  // NSE's older daily file.
  case legacyInstrument = "INSTRUMENT"
  case legacySymbol = "SYMBOL"
  case legacyExpiry = "EXPIRY_DT"
  case legacyStrike = "STRIKE_PR"
  case legacyOptionType = "OPTION_TYP"
  case legacyClose = "CLOSE"
  case legacyContracts = "CONTRACTS"
  case legacyOpenInterest = "OPEN_INT"
  case legacyOpenInterestChange = "CHG_IN_OI"
  case legacyTimestamp = "TIMESTAMP"

  // The lists of instruments of Angel One and of Zerodha.
  case name
  case expiry
  case token
  case symbol
  case lotSize = "lotsize"
  case instrumentKind = "instrumenttype"
  case segment = "exch_seg"
  case exchangeToken = "exchange_token"
  case tradingSymbol = "tradingsymbol"
  case kiteLot = "lot_size"
  case kiteType = "instrument_type"

  /// The slot that a record is asked for it by.
  var slot: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
