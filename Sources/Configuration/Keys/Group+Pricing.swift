extension KeyGroup {
  static let pricing = KeyGroup(
    "Pricing",
    [
      Key(
        "RATE", .number(.percent("% a year, continuously compounded", .within(-50...100))),
        default: "5.35",
        "The interest rate that options are valued with."),
      Key(
        "YIELD", .number(.percent("% a year, continuously compounded", .within(-50...100))),
        default: "0",
        "The dividend yield that options are valued with."),
      Key(
        "DAY_COUNT", .choice("365", "365.25", "252"), default: "'365'",
        "How many days a year has when time to expiry is calculated: '365' and '365.25' count "
          + "calendar time, '252' the time in which the market is open."),
      Key(
        "EXPIRY_TIME", .optional(.timeOfDay),
        "The time of day at which contracts expire; None takes that of the market's tables for the "
          + "date."),
      Key(
        "MODEL", .choice("auto", "black76", "bsm"), default: "'auto'",
        "Which formula prices an option: Black's on the forward, or that of Black, Scholes and "
          + "Merton on the spot price. 'auto' is the second where the forward comes from the spot "
          + "price, and the first elsewhere."),
      Key(
        "FORWARD_FROM", .choice("auto", "given", "future", "parity", "spot"), default: "'auto'",
        "Where the forward of an option comes from: its own row, the future of the same expiry, "
          + "put-call parity, or the spot price carried to the expiry. 'auto' takes the first of "
          + "these that is there."),
      Key(
        "PRICE_FROM", .choice("auto", "mid", "ltp", "bid", "ask", "close"), default: "'auto'",
        "Which price of a row counts. 'auto' takes the middle of bid and ask where they say "
          + "something, and the last trade elsewhere; 'close' is the close of the session before."),
      Key(
        "IV_SIDE", .choice("own", "otm"), default: "'own'",
        "Whose price gives the volatility of an option in the money: its own, or that of the "
          + "option out of the money with the same strike."),
      Key(
        "UNITS", .choice("people", "raw"), default: "'people'",
        "Whether values are written in the units of people (by the day, by a percent) or of the "
          + "formula."),
      Key(
        "SYMBOLS", .optional(.choice("kite", "angel", "openalgo", "nse", "noren", "yymmdd")),
        "Whose symbols the input has, where they can be read in two ways; None accepts any."),
    ],
    retired: [
      RetiredKey("GREEKS_CALCULATION_BATCH", "greeks chooses its batches itself."),
      RetiredKey(
        "PARALLEL_GREEK_WORKERS", "greeks works with as many threads as JOBS or --jobs says."),
    ])
}
