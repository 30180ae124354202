extension Field {
  /// What a signal says, and what the filter and the sizing make of it.
  static let signals: [Field] = [
    Field(
      "side",
      .choice([
        FieldType.Choice("BUY", "buy", "Buy", "B"), FieldType.Choice("SELL", "sell", "Sell", "S"),
      ]),
      "BUY or SELL.", otherNames: ["transaction_type"]),
    Field("bias_strength", .number(least: -1, most: 1), "How strong the direction is."),
    Field("trap_probability", .number(least: 0, most: 1), "How likely the move is a trap."),
    Field(
      "oi_delta", .integer, unit: "units", "The change of the open interest behind the signal."),
    Field("current_iv", .number(least: 0, most: 1000), unit: "%", "The implied volatility now."),
    Field("trend_strength", .number(least: 0, most: 1), "How strong the trend is."),
    Field("passed", .boolean, "Whether the filter let the record through."),
    Field("confidence", .number(least: 0, most: 1), "How far the signal is above what was asked."),
    Field("regime", .text, "The regime of volatility."),
    Field("window", .text, "The window of the trading day."),
    Field("strictness", .number(least: 0), "The factor on every requirement in that window."),
    Field("checks", .object, "Each check with its value and requirement."),
    Field("reasons", .list, "Why the signal was refused."),
    Field("lots", .quantity, unit: "lots", "The size in lots."),
    Field("risk_per_unit", .number(), unit: "₹", "The loss of one unit at the stop."),
    Field("risk_rupees", .money, unit: "₹", "The loss of the whole position at the stop."),
    Field("multipliers", .object, "The factors on the size."),
    Field("binding", .text, "The limit that decided the size."),
    Field("gates", .list, "The gates that were asked, and what they said."),
    Field("slices", .list, "The quantities of the single orders below the freeze limit."),
  ]

  /// What an order asks for.
  static let orders: [Field] = [
    Field("id", .text, "The name of the order, unique in its stream."),
    Field(
      "quantity", .integer, unit: "units",
      "How many units; in a list of positions below zero for what was sold.",
      otherNames: ["net_quantity", "netqty"]),
    Field(
      "order_type",
      .choice(
        ["MARKET", "LIMIT", "SL", "SL-M", "ICEBERG", "BRACKET", "OCO"].map {
          FieldType.Choice($0)
        }),
      "How the order is executed."),
    Field("trigger", .price, unit: "₹", "The price that wakes a stop order."),
    Field("stop_loss", .price, unit: "₹", "Where the position is given up."),
    Field("target", .price, unit: "₹", "Where the profit is taken."),
    Field("trailing", .price, unit: "₹", "How far the stop follows the price."),
    Field(
      "tif", .choice(["DAY", "IOC", "GTD"].map { FieldType.Choice($0) }),
      "How long the order is valid."),
    Field("valid_days", .quantity, unit: "days", "How many trading days a GTD order is valid."),
    Field("legs", .quantity, "In how many parts an iceberg is sent."),
    Field("variance", .number(least: 0, most: 1), "How unequal the parts of an iceberg may be."),
    Field("priority", .integer, "Which of the orders of one instant comes first; 1 is the first."),
    Field("tag", .text, "The user's mark on the order."),
    Field("market", .symbol, "The market that is halted."),
  ]

  /// What a paper run and a reconciliation report.
  static let results: [Field] = [
    Field("seq", .quantity, "The number of the event in its log."),
    Field("event", .text, "What happened."),
    Field("order_id", .text, "The order that it happened to."),
    Field(
      "liquidity", .choice(["maker", "taker"].map { FieldType.Choice($0) }),
      "Whether a fill made or took liquidity."),
    Field("reason", .text, "Why it happened."),
    Field("cash", .money, unit: "₹", "The cash of the account after it."),
    Field(
      "position", .integer, unit: "units",
      "The position in the contract, after an event; below zero for what was sold."),
    Field("realised", .money, unit: "₹", "The profit taken so far."),
    Field("equity", .money, unit: "₹", "The account at market prices after it."),
    Field("prev", .text, "The SHA-256 of the line before, in hexadecimal."),
    Field("finding", .text, "What differs."),
    Field(
      "severity", .choice(["error", "warning", "info"].map { FieldType.Choice($0) }),
      "How much it matters."),
    Field("ours", .text, "The value in our books."),
    Field("theirs", .text, "The value in the broker's books."),
    Field("matched_by", .text, "How the two records were found to be the same."),
    Field("action", .text, "What to do about it."),
  ]
}
