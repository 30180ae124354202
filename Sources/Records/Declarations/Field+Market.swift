extension Field {
  /// Every declared field, in the order of the manual.
  public static let all = groups.flatMap(\.self)

  /// The declared fields as they are declared.
  static let groups = [identity, market, greeks, chains, signals, orders, results, health]

  /// Which record it is, and what it speaks of.
  private static let identity: [Field] = [
    Field(
      "kind", .text,
      "What kind of record it is, one of those above or one of your own; inferred from the other "
        + "fields where it is missing."),
    Field(
      "ts", .time, "When it happened, by the exchange's clock.",
      otherNames: ["timestamp", "exchange_timestamp"]),
    Field("underlying", .symbol, "The index that the contract is on, such as NIFTY."),
    Field(
      "symbol", .symbol, "The trading symbol of the contract.",
      otherNames: ["tradingsymbol", "trading_symbol"]),
    Field("exchange", .symbol, "The exchange segment, such as NFO or BFO."),
    Field(
      "token", .text, "The broker's number for the contract.",
      otherNames: ["symboltoken", "instrument_token"]),
    Field("expiry", .day, "The last trading day of the contract."),
    Field("strike", .strike, unit: "₹", "The strike.", otherNames: ["strike_price"]),
    Field(
      "right",
      .choice([
        FieldType.Choice("CE", "C", "CALL", "Call", "call", "c", "ce"),
        FieldType.Choice("PE", "P", "PUT", "Put", "put", "p", "pe"),
      ]),
      "CE for a call, PE for a put.", otherNames: ["option_type"], everydayNames: ["type"]),
    Field("lot", .quantity, unit: "units", "The lot size.", otherNames: ["lot_size", "lotsize"]),
    Field("broker", .symbol, "The broker that the record came from or goes to."),
    Field("age_ms", .quantity, unit: "ms", "How old the data was when it was received."),
  ]

  /// What a market shows.
  private static let market: [Field] = [
    Field("spot", .price, unit: "₹", "The last value of the index."),
    Field(
      "forward", .number(least: 0), unit: "₹", decimals: 4,
      "The forward of the underlying at expiry."),
    Field(
      "ltp", .price, unit: "₹", "The price of the last trade.",
      otherNames: ["last_price", "last_traded_price"]),
    Field("bid", .price, unit: "₹", "The best price that a buyer offers."),
    Field("ask", .price, unit: "₹", "The best price that a seller asks."),
    Field("bid_qty", .quantity, unit: "units", "The quantity wanted at the bid."),
    Field("ask_qty", .quantity, unit: "units", "The quantity offered at the ask."),
    Field("volume", .quantity, unit: "units", "What has been traded since the open."),
    Field(
      "oi", .quantity, unit: "units", "The open interest.", otherNames: ["open_interest"]),
    Field(
      "oi_change", .integer, unit: "units",
      "The open interest against the close of the trading day before."),
    Field(
      "prev_close", .price, unit: "₹", "The closing price of the session before.",
      otherNames: ["previous_close"]),
    Field("from", .time, "When the last tick came before a gap, by the clock of who received it."),
    Field("until", .time, "When ticks came again after it."),
    Field("seconds", .number(least: 0), unit: "s", decimals: 3, "How long the gap was."),
    Field(
      "symbols", .list,
      "The contracts of which ticks may be missing; null where it is all of the stream."),
    Field("interval", .text, "The length of a candle, such as 5m."),
    Field("open", .price, unit: "₹", "The first price of the candle."),
    Field("high", .price, unit: "₹", "The highest price of the candle."),
    Field("low", .price, unit: "₹", "The lowest price of the candle."),
    Field("close", .price, unit: "₹", "The last price of the candle."),
  ]

  /// What a model says of an option.
  private static let greeks: [Field] = [
    Field(
      "forward_source", .text,
      "Where the forward came from: given, future, parity or spot."),
    Field("t_years", .number(), unit: "years", decimals: 9, "The time to expiry."),
    Field(
      "rate", .number(least: -100, most: 100), unit: "%", decimals: 4,
      "The interest rate a year, continuously compounded."),
    Field("iv", .number(least: 0), unit: "%", decimals: 4, "The implied volatility a year."),
    Field(
      "iv_status", .text,
      "Where there is an implied volatility, ok or given; else why not: expired, no_forward, "
        + "no_price, below_intrinsic, above_bound or no_volatility."),
    Field(
      "price_source", .text,
      "The price that iv was found from: mid, ltp, bid, ask, close or given; otm_ before it where it "
        + "is that of the option out of the money."),
    Field(
      "price", .number(least: 0), unit: "₹", decimals: 4,
      "The price of the model, the signal or the order."),
    Field(
      "intrinsic", .number(least: 0), unit: "₹", decimals: 4,
      "What the option is in the money by its forward, discounted: the least that it is worth."),
    Field(
      "time_value", .number(), unit: "₹", decimals: 4, "The price above the intrinsic value."),
    Field(
      "delta", .number(), unit: "₹/₹", decimals: 6, "The change of the price with the underlying."),
    Field("gamma", .number(), unit: "1/₹", decimals: 8, "The change of delta with the underlying."),
    Field(
      "theta", .number(), unit: "₹/day", decimals: 4,
      "The change of the price over a day, at the pace of this moment."),
    Field(
      "theta_1d", .number(), unit: "₹", decimals: 4,
      "The change of the price until the same time tomorrow; never more than the time value."),
    Field(
      "vega", .number(), unit: "₹/%", decimals: 4,
      "The change of the price with a point of volatility."),
    Field(
      "rho", .number(), unit: "₹/%", decimals: 6,
      "The change of the price with a point of the rate."),
    Field(
      "vanna", .number(), unit: "1/%", decimals: 6,
      "The change of delta with a point of volatility."),
    Field(
      "vomma", .number(), unit: "₹/%²", decimals: 6,
      "The change of vega with a point of volatility."),
    Field("charm", .number(), unit: "1/day", decimals: 6, "The change of delta over a day."),
    Field("veta", .number(), unit: "₹/%/day", decimals: 6, "The change of vega over a day."),
    Field("speed", .number(), unit: "1/₹²", "The change of gamma with the underlying."),
    Field("zomma", .number(), unit: "1/₹/%", "The change of gamma with a point of volatility."),
    Field("color", .number(), unit: "1/₹/day", "The change of gamma over a day."),
    Field("ultima", .number(), unit: "₹/%³", "The change of vomma with a point of volatility."),
    Field("lot_price", .number(), unit: "₹", decimals: 2, "The price of a lot."),
    Field(
      "lot_delta", .number(), unit: "₹/₹", decimals: 4,
      "What a lot gains when the underlying rises by a rupee."),
    Field(
      "lot_gamma", .number(), unit: "1/₹", decimals: 6,
      "The change of lot_delta when the underlying rises by a rupee."),
    Field("lot_theta", .number(), unit: "₹/day", decimals: 2, "What a lot gains over a day."),
    Field(
      "lot_vega", .number(), unit: "₹/%", decimals: 2,
      "What a lot gains with a point of volatility."),
    Field(
      "lot_rho", .number(), unit: "₹/%", decimals: 2, "What a lot gains with a point of the rate."),
  ]
}
