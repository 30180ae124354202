extension KeyGroup {
  static let marketData = KeyGroup(
    "Market data",
    [
      Key(
        "UNDERLYINGS", .list(of: .text(.underlying)), default: "['NIFTY']",
        "The underlyings that fetch-chain asks for when it is given none, and whose lots the "
          + "checks of sizes use."),
      Key(
        "DATA_STALENESS_THRESHOLD", .number(.number("s", .above(0, upTo: 600))), default: "10",
        "The age beyond which a quote may not be traded on; strictly more than this is stale, and "
          + "opens nothing. How long the cache keeps quotes has no part in it.",
        isFrozen: true),
      Key(
        "MARKET_DATA_BUFFER_SIZE", .number(.integer("ticks", .within(1...1_000_000))),
        default: "5000",
        "How many ticks fetch-chain --stream holds between the broker and its output; one of each "
          + "symbol always has room. When it is full, older ticks of the same symbol give way first; "
          + "how many did is said at the end."),
      Key(
        "MARKET_DATA_FLUSH_INTERVAL_MS", .number(.number("ms", .within(0...60_000))),
        default: "100",
        "The longest that a tick of --stream waits for others before it is written; 0 writes each at "
          + "once."),
      Key(
        "PRICE_UPDATE_BATCH_SIZE", .number(.integer("ticks", .within(1...100_000))), default: "100",
        "So many ticks of --stream are written without waiting for others; the most that go into the "
          + "store in one transaction."),
      Key(
        "WEBSOCKET_TIMEOUT_SECONDS", .number(.number("s", .above(0, upTo: 600))), default: "60",
        "After how long without any frame the line of a stream is given up and made anew; never more "
          + "than what the brokers say of their signs of life, 20 s at Angel One and 5 s at Zerodha."
      ),
      Key(
        "WEBSOCKET_RECONNECT_DELAY_SECONDS", .number(.number("s", .above(0, upTo: 300))),
        default: "5",
        "The wait before a stream is connected anew; it doubles with every failure, up to a "
          + "minute, and varies a little."),
      Key(
        "WS_MAX_CONNECTIONS", .number(.integer("connections", .within(1...100))), default: "10",
        "The most connections that a stream opens; never more than the broker allows, which is "
          + "three at either."),
      Key(
        "WS_BATCH_SIZE", .number(.integer("frames", .within(1...1000))), default: "10",
        "How many frames of a connection are decoded together at most, before what they brought is "
          + "passed on."),
      Key(
        "WS_THROTTLE_MS", .number(.number("ms", .within(0...60_000))), default: "100",
        "The least time between two ticks of one symbol that are passed on; the latest in between "
          + "wins. 0 passes every tick."),
    ],
    retired: [
      RetiredKey(
        "WS_COMPRESSION",
        "The brokers send their ticks in a binary form of their own, uncompressed; recordings are "
          + "always gzipped."),
      RetiredKey(
        "GZIP_ENABLED",
        "Answers of brokers are always asked for compressed, and angelx serves no web page."),
      RetiredKey(
        "ENABLE_DIFFERENTIAL_PROCESSING",
        "fetch-chain writes only the rows that changed when it is called with --changed."),
      RetiredKey(
        "ENABLE_PRIORITY_STRIKES",
        "fetch-chain always takes the strikes at the money first and goes outward."),
      RetiredKey("LATENCY_OPTIMIZATION", "What it switched on is how angelx always works."),
    ])
}
