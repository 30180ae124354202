extension KeyGroup {
  static let execution = KeyGroup(
    "Execution", isFrozen: true,
    [
      Key(
        "BACKTEST_SLIPPAGE_PERCENT", .number(.percent("% of the touch", .within(0...10))),
        default: "0.05",
        "By how much a fill that takes liquidity is worse than the touch, on the sides of "
          + "SLIPPAGE_DIRECTION. 0 is allowed and warned about."),
      Key(
        "SLIPPAGE_DIRECTION", .choice("buy", "sell", "both"), default: "'both'",
        "On which side slippage is applied."),
      Key(
        "MARKET_IMPACT_ENABLED", .boolean, default: "True",
        "Whether large orders move the price against themselves."),
      Key(
        "MARKET_IMPACT_PERCENT",
        .number(.percent("% for every ₹10,00,000 traded", .within(0...10))),
        default: "0.01",
        "How much worse the price of a taking fill becomes with every million rupees of its own "
          + "value."),
      Key(
        "MARKET_ORDER_EXECUTION_DELAY_MS", .number(.number("ms", .within(0...60_000))),
        default: "50",
        "How long after its time a market order becomes active; it fills at the quote of that "
          + "moment. 0 fills at once on the standing quote."),
      Key(
        "LIMIT_ORDER_ACCEPTANCE_RATE", .number(.fraction("of limit orders")), default: "0.95",
        "The share of limit orders that fill when the market stands exactly at their limit; one "
          + "draw for each order. A market that goes through the limit always fills. 1 is warned "
          + "about."),
      Key(
        "SIMULATE_GAPS", .boolean, default: "True",
        "Whether a stop fills at the first price there is after the market has jumped past it. "
          + "With False it fills at its trigger, which flatters the result, and is warned about."),
      Key(
        "SIMULATE_HALTS", .boolean, default: "True",
        "Whether halts in the data, and those that MARKET_HALT_RULES derive from an index, stop "
          + "matching until they end. None are invented."),
      Key(
        "SIMULATE_LIQUIDITY_ISSUES", .boolean, default: "False",
        "Whether a record's displayed quantity limits what fills on it. With False the whole "
          + "quantity fills at the touch."),
      Key(
        "ORDER_TYPE_DEFAULT", .choice("MARKET", "LIMIT"), default: "'MARKET'",
        "The type of an order that names none. A limit order needs a price in its record."),
      Key(
        "ORDER_TIME_IN_FORCE", .choice("DAY", "IOC", "GTD"), default: "'DAY'",
        "How long an order that does not say so is valid: to the close, for the instant, or for "
          + "ORDER_VALIDITY_DAYS."),
      Key(
        "ORDER_VALIDITY_DAYS", .number(.integer("days", .within(1...365))), default: "5",
        "For how many trading days an order of validity GTD that names no number stands; the day "
          + "of entry is the first. It ends sooner with its contract."),
      Key(
        "VALIDATE_ORDERS_BEFORE_SUBMIT", .boolean, default: "True",
        "Whether an order is checked against its contract, tick, lot, price band and session "
          + "before it is accepted. With False only what cannot be worked with is refused, and the "
          + "summary says so."),
      Key(
        "CHECK_MARGIN_AVAILABILITY", .boolean, default: "True",
        "Whether an order that opens risk is refused when its margin or premium is not free. With "
          + "False the summary says so."),
      Key(
        "CHECK_POSITION_LIMITS", .boolean, default: "True",
        "Whether an order is refused that would go beyond MAX_QUANTITY, MAX_LOTS or "
          + "MAX_CONCURRENT_POSITIONS. With False the summary says so."),
      Key(
        "AUTO_CANCEL_UNFILLED_ORDERS_MINUTES", .number(.number("min", .atLeast(0))), default: "15",
        "The age at which a day's limit entry with nothing filled is cancelled; 0 turns it off. "
          + "Stops, targets, bracket children and GTD orders are never touched."),
      Key(
        "PARTIAL_FILL_HANDLING", .choice("accept", "cancel_remainder"), default: "'accept'",
        "What becomes of the rest after a partial fill: it works on, or is cancelled at once."),
      Key(
        "PAPER_SEED", .number(.integer("", .atLeast(0))), default: "0",
        "The seed of every draw in paper-run; the same seed and input give the same bytes."),
      Key(
        "PAPER_SLM", .choice("native", "as_limit"), default: "'native'",
        "How a stop order at market (SL-M) on an option is simulated: as it stands, or as a "
          + "stop-limit order with PAPER_SLM_BUFFER_PERCENT between trigger and limit, as brokers "
          + "are believed to turn it."),
      Key(
        "PAPER_SLM_BUFFER_PERCENT", .number(.percent("% of the trigger", .above(0, upTo: 50))),
        default: "5",
        "Under PAPER_SLM 'as_limit': how far beyond its trigger the limit lies."),
      Key(
        "PAPER_TRIGGER_MET", .choice("reject", "trigger"), default: "'reject'",
        "What becomes of a stop order whose trigger is met already when it enters."),
      Key(
        "PAPER_REORDER_WINDOW_MS", .number(.number("ms", .within(0...60_000))), default: "0",
        "How late a record may come and still be put in its place; 0 treats every record that is "
          + "older than the clock as a bad one."),
      Key(
        "PAPER_PRODUCT", .choice("intraday", "carry"), default: "'intraday'",
        "The product of an order that names none: intraday positions are closed at "
          + "SQUARE_OFF_TIME, carried ones stay until they are closed or expire."),
      Key(
        "PAPER_BROKERS", .paperBrokers, default: "{'paper': {'priority': 1}}",
        "The simulated brokers among which paper-run routes orders, by health, priority and rate "
          + "limits, with failover when one is down."),
      Key(
        "MARKET_HALT_RULES", .haltRules,
        default: "[(10, '09:15', '13:00', 45), (10, '13:00', '14:30', 15), (15, '09:15', '13:00', "
          + "105), (15, '13:00', '14:00', 45), (15, '14:00', 'close', 'day'), (20, '09:15', "
          + "'close', 'day')]",
        "The market-wide circuit breaker: for a move of an index from its previous close, reached "
          + "between two times, how many minutes trading halts; 'day' is the rest of it. An empty "
          + "list turns it off."),
      Key(
        "BROKERAGE_PLAN", .brokeragePlan, default: "'angelone'",
        "Whose brokerage is charged for each executed order in paper-run; taxes and fees come from "
          + "the market's tables by date."),
      Key(
        "CHARGES_ROUNDING", .choice("paise", "api", "note"), default: "'paise'",
        "How charges are rounded: every item of a fill to the paisa, not at all, or as on a "
          + "contract note with STT and stamp duty in whole rupees for the day."),
    ],
    retired: [
      RetiredKey(
        "PAPER_TRADING_ENABLED",
        "Execution is always simulated, by paper-run; angelx sends no order to any broker.",
        risk: .trades),
      RetiredKey(
        "ORDER_BATCH_SIZE",
        "paper-run takes orders one by one in their sequence, so a batch could change nothing."),
      RetiredKey(
        "ORDER_BATCH_TIMEOUT_MS",
        "paper-run takes orders one by one in their sequence, so nothing waits for a batch."),
      RetiredKey(
        "ORDER_QUEUE_SIZE",
        "paper-run reads orders from its input as it needs them, with no queue that could fill "
          + "up."),
      RetiredKey(
        "ORDER_PROCESSING_WORKERS",
        "paper-run works through one stream in one order, so that a run can be repeated to the "
          + "byte."),
    ])
}
