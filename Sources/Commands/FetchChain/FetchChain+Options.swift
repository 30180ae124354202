import CommandLineKit
import Scalars

/// The options of `fetch-chain`.
extension FetchChain {
  static let chainParameters: [Parameter<Options>] = [
    .list("expiry", "WHEN", \.expiries, "Take only these expiries.")
      .environment(nil).configuration(nil)
      .defaulting(to: "nearest, and all with --from")
      .explained(
        """
        nearest, next and monthly are those from the day of the run on, or of a row of a file, by the \
        calendar; a day names one itself. Where the broker lists other days, those are used and it is said.
        """),
    .option("strikes", "N", \.strikes, "Take N strikes on either side of the money, or all.")
      .environment(nil).configuration(nil),
    .option("order", "ORDER", \.order, "Write options from the money outward, or by strike.")
      .environment(nil).configuration(nil),
    .flag("changed", \.changedOnly, "Write only rows that differ from the last ones.")
      .environment(nil).configuration(nil)
      .explained(
        """
        Whether they were written by this command or by one before it; the time and the age do not count. \
        Once in CACHE_TTL everything is written.
        """),
    .option("watch", "SPAN", \.watch, "Fetch again each SPAN, by the clock, until --until.")
      .environment(nil).configuration(nil),
    .option("stream", "SPAN", \.stream, "Write ticks as they come, for SPAN such as 30s or 5m.")
      .environment(nil).configuration(nil)
      .explained(
        """
        --strikes counts from the money as it is at the beginning. What the broker does not give ticks of \
        at a time, farthest from the money, is left out, and said. The keys WS_THROTTLE_MS, \
        MARKET_DATA_FLUSH_INTERVAL_MS, MARKET_DATA_BUFFER_SIZE, PRICE_UPDATE_BATCH_SIZE, WS_BATCH_SIZE, \
        WS_MAX_CONNECTIONS, WEBSOCKET_TIMEOUT_SECONDS and WEBSOCKET_RECONNECT_DELAY_SECONDS say how.
        """),
    .option(
      "until", "TIME", \.until,
      "The end of --watch, --stream or --candles, such as 15:30 or a day."
    )
    .environment(nil).configuration(nil),
    .positionals("UNDERLYING", \.underlyings, "What the contracts are on, such as NIFTY.")
      .defaulting(to: "those of UNDERLYINGS, and all indices with --from"),
  ]

  static let brokerParameters = ofBrokers.map { $0.section("Asking brokers") }
  static let fileParameters = ofFiles.map { $0.section("Daily files") }

  private static let ofBrokers: [Parameter<Options>] = [
    .list("broker", "NAME", \.brokers, "Ask these brokers, in this order: angelone, kite.")
      .environment(nil).configuration(nil)
      .defaulting(to: "those of BROKERS"),
    .option(
      "max-age", "SPAN", \.longestAge, "Take what was fetched before, if it is no older than SPAN."
    )
    .environment(nil).configuration(nil)
    .explained(
      """
      Rows have the time at which they were fetched, so that nothing old looks new. What is older than \
      CACHE_TTL_CHAIN allows is fetched again all the same.
      """),
    .flag("warm", \.isWarming, "Fetch for later commands, and write nothing.")
      .environment(nil).configuration(nil),
    .option("record", "FOLDER", \.record, "Keep every call and its answer in FOLDER.")
      .environment(nil).configuration(nil),
    .option("replay", "FOLDER", \.replay, "Take the answers out of FOLDER instead of asking.")
      .environment(nil).configuration(nil)
      .explained("With --now answers of before that time are passed over."),
    .option(
      "candles", "INTERVAL", \.candles,
      "Fetch candles of 1m, 3m, 5m, 10m, 15m, 30m, 1h or 1d, of indices or contracts."
    )
    .environment(nil).configuration(nil),
    .option("since", "TIME", \.since, "Where the candles begin, such as 09:15 or a day.")
      .environment(nil).configuration(nil).defaulting(to: "the beginning of the day"),
    .flag(
      "instruments", \.listsInstruments,
      "Write the indices and derivatives that the broker lists, without prices."
    )
    .environment(nil).configuration(nil),
    .option("grep", "TEXT", \.pattern, "Write only instruments with TEXT in their names.")
      .environment(nil).configuration(nil),
    .flag(
      "log-in", \.logsIn, "Log in and fetch nothing; at Kite the address comes from standard input."
    )
    .environment(nil).configuration(nil),
    .flag("log-out", \.logsOut, "End the sessions and fetch nothing.")
      .environment(nil).configuration(nil),
    .flag("health", \.tellsHealth, "Say how the brokers are and fetch nothing.")
      .environment(nil).configuration(nil),
  ]

  private static let ofFiles: [Parameter<Options>] = [
    .repeated(
      "from", "FILE", \.sources, "Read FILE instead of asking a broker; - is standard input."
    )
    .environment(nil).configuration(nil),
    .option("volume-in", "UNIT", \.volumeUnit, "In what the unified daily file counts volume.")
      .explained("NSE's older file counts lots; what is written is in units."),
  ]

  static let otherParameters: [Parameter<Options>] = [
    .flag("require-match", \.requiresMatch, "End with status 1 when there was no row."),
    .option(
      "tables", "FOLDER", \.tables,
      "Take market tables from FOLDER, row by row beside those that come with angelx."),
  ]
}
