/// A kind of record: which fields it must have, and which it may.
public struct RecordKind: Sendable, Equatable {
  /// The value of the field `kind`.
  public let name: String
  /// The commands that write it, in words.
  public let madeBy: String
  /// One sentence for the manual.
  public let meaning: String
  /// The fields that every such record has, in the order in which they are written.
  public let required: [String]
  /// The fields that it may have, in the order in which they are written.
  public let optional: [String]
  /// The fields that later commands add to it.
  public var added: [String] = []
  /// The fields that together tell this kind from all others where `kind` is missing.
  public let recognisedBy: [String]

  /// The kind in whose tables such records stand, where that is another one: index rows come with
  /// the quotes of a chain, and changes of orders with orders.
  public var sharesTableOf: String?

  /// The columns of a table of such records; added fields only where the first record has them.
  public var columns: [String] {
    let table = sharesTableOf.flatMap { name in Self.all.first { $0.name == name } } ?? self
    return table.required + table.optional
  }

  /// Whether such a record may have a field.
  public func has(_ field: String) -> Bool {
    required.contains(field) || optional.contains(field) || added.contains(field)
  }

  /// The kind whose marks are all among the names of a record's fields; the first one of ``all``
  /// where several are.
  public static func inferred(has: (_ name: String) -> Bool) -> RecordKind? {
    all.first { kind in !kind.recognisedBy.isEmpty && kind.recognisedBy.allSatisfy(has) }
  }
}

extension RecordKind {
  /// Every kind, the ones with the most particular marks first.
  public static let all: [RecordKind] = [
    RecordKind(
      name: "finding", madeBy: "reconcile", meaning: "A difference between two books.",
      required: ["kind", "finding", "severity"],
      optional: ["symbol", "order_id", "ours", "theirs", "matched_by", "action"],
      recognisedBy: ["finding", "severity"]),
    RecordKind(
      name: "event", madeBy: "paper-run", meaning: "One step of a paper run.",
      required: ["seq", "ts", "event"],
      optional: [
        "kind", "order_id", "symbol", "side", "quantity", "price", "liquidity", "reason", "cash",
        "position", "realised", "equity", "prev",
      ],
      recognisedBy: ["seq", "event"]),
    RecordKind(
      name: "order", madeBy: "you, or size --orders", meaning: "An order for the paper exchange.",
      required: ["kind", "ts", "id", "symbol", "side", "quantity", "order_type"],
      optional: [
        "price", "trigger", "stop_loss", "target", "trailing", "tif", "valid_days", "legs",
        "variance", "priority", "broker", "tag",
      ],
      recognisedBy: ["id", "side", "quantity", "order_type"]),
    RecordKind(
      name: "modify", madeBy: "you",
      meaning: "A change of an order; it has the fields that change.",
      required: ["kind", "ts", "id"],
      optional: ["quantity", "price", "trigger", "stop_loss", "target", "trailing", "valid_days"],
      recognisedBy: [], sharesTableOf: "order"),
    RecordKind(
      name: "cancel", madeBy: "you", meaning: "The end of an order.",
      required: ["kind", "ts", "id"], optional: [], recognisedBy: [], sharesTableOf: "order"),
    RecordKind(
      name: "halt", madeBy: "any source", meaning: "A contract or a market stops trading.",
      required: ["kind", "ts"], optional: ["symbol", "market"], recognisedBy: []),
    RecordKind(
      name: "resume", madeBy: "any source", meaning: "A contract or a market trades again.",
      required: ["kind", "ts"], optional: ["symbol", "market"], recognisedBy: []),
    RecordKind(
      name: "signal", madeBy: "you",
      meaning: "A wish to trade, with its grounds.",
      required: ["kind", "ts", "underlying", "symbol", "side"],
      optional: [
        "bias_strength", "trap_probability", "oi_delta", "current_iv", "trend_strength", "price",
      ],
      added: [
        "passed", "confidence", "regime", "window", "strictness", "checks", "reasons",
        "lots", "quantity", "risk_per_unit", "risk_rupees", "stop_loss", "target", "multipliers",
        "binding", "gates", "slices",
      ],
      recognisedBy: ["side", "bias_strength"]),
    RecordKind(
      name: "candle", madeBy: "any source", meaning: "The prices of an interval.",
      required: ["kind", "ts", "symbol", "interval", "open", "high", "low", "close", "volume"],
      optional: ["oi"], recognisedBy: ["open", "high", "low", "close"]),
    RecordKind(
      name: "health", madeBy: "fetch-chain --health", meaning: "How a broker is.",
      required: ["kind", "ts", "broker", "state", "reason"],
      optional: [
        "calls", "failures", "failures_in_row", "p50_ms", "p95_ms", "last_success",
        "last_failure", "paused_until", "session_until", "calls_left",
      ],
      recognisedBy: ["failures_in_row"]),
    RecordKind(
      name: "quote", madeBy: "fetch-chain", meaning: "One row of an option chain.",
      required: [
        "kind", "ts", "underlying", "symbol", "exchange", "token", "expiry", "strike", "right",
        "lot",
      ],
      optional: [
        "spot", "forward", "ltp", "bid", "ask", "bid_qty", "ask_qty", "volume", "oi", "oi_change",
        "prev_close", "broker", "age_ms",
      ],
      added: [
        "forward_source", "t_years", "rate", "iv", "iv_status",
        "price_source", "price", "intrinsic", "time_value", "delta", "gamma", "theta", "theta_1d",
        "vega", "rho", "vanna", "vomma", "charm", "veta", "speed", "zomma", "color", "ultima",
        "lot_price", "lot_delta", "lot_gamma", "lot_theta", "lot_vega", "lot_rho", "broker_iv",
        "broker_delta", "broker_gamma", "broker_theta", "broker_vega", "iv_diff", "delta_diff",
        "gamma_diff", "theta_diff", "vega_diff",
      ],
      recognisedBy: ["strike", "right"]),
    RecordKind(
      name: "index", madeBy: "fetch-chain", meaning: "The spot, a future or the volatility index.",
      required: ["kind", "ts", "underlying", "ltp", "prev_close"], optional: [],
      recognisedBy: ["underlying", "ltp", "prev_close"], sharesTableOf: "quote"),
    RecordKind(
      name: "chain", madeBy: "greeks --chain-summary",
      meaning: "What the chain of an expiry says as a whole.",
      required: ["kind", "ts", "underlying", "expiry"],
      optional: [
        "forward", "forward_source", "t_years", "rate", "options", "atm_strike", "atm_iv",
        "straddle",
        "expected_move", "risk_reversal", "butterfly", "forward_iv", "call_oi", "put_oi", "pcr_oi",
        "call_volume", "put_volume", "pcr_volume", "max_pain", "findings",
      ],
      recognisedBy: ["atm_strike", "atm_iv"]),
    RecordKind(
      name: "net", madeBy: "greeks --net",
      meaning: "What positions come to together; of all where no underlying or expiry is named.",
      required: ["kind", "ts"],
      optional: [
        "underlying", "expiry", "rate", "forward_source", "positions", "unpriced", "premium",
        "delta", "gamma", "theta",
        "vega", "rho", "delta_rupees", "gamma_rupees",
      ],
      recognisedBy: ["positions", "unpriced"]),
    RecordKind(
      name: "scenario", madeBy: "greeks --scenario",
      meaning: "What positions would gain if the market moved.",
      required: ["kind", "iv_shift", "days", "profit"],
      optional: [
        "spot_shift", "spot_shift_rupees", "rate", "premium", "delta", "gamma", "theta", "vega",
        "rho",
        "delta_rupees", "gamma_rupees",
      ],
      recognisedBy: ["iv_shift", "profit"]),
    RecordKind(
      name: "gap", madeBy: "fetch-chain --stream",
      meaning: "A time of which no ticks came, though there may have been some.",
      required: ["kind", "ts", "from", "until", "seconds", "broker", "reason"],
      optional: ["symbols"], recognisedBy: ["from", "until", "seconds"]),
    RecordKind(
      name: "tick", madeBy: "fetch-chain --stream", meaning: "One change of a contract's market.",
      required: ["kind", "ts", "symbol", "ltp"],
      optional: ["bid", "ask", "bid_qty", "ask_qty", "volume", "oi"],
      recognisedBy: ["symbol", "ltp"]),
  ]
}
