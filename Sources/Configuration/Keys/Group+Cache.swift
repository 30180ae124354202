extension KeyGroup {
  static let cache = KeyGroup(
    "Cache",
    [
      Key(
        "ENABLE_CACHING", .boolean, default: "True",
        "Whether answers of brokers are kept in the store for their lifetime and given again. With "
          + "False every question goes to the broker; the list of instruments of the day is kept "
          + "all the same."),
      Key(
        "CACHE_MAX_SIZE", .number(.integer("entries", .within(1...10_000_000))), default: "1000",
        "How many answers the cache keeps; beyond it the least recently used goes.",
        otherNames: ["MAX_SIZE"]),
      Key(
        "CACHE_TTL", .number(.number("s", .within(0...86_400))), default: "300",
        "How long an answer is kept whose kind has no lifetime of its own; 0 keeps none.",
        otherNames: ["DEFAULT_TTL", "CACHE_TTL_SECONDS"]),
      Key(
        "CACHE_TTL_CHAIN", .number(.number("s", .within(0...86_400))), default: "60",
        "How long an option chain is kept. It never makes a quote fit for trading that "
          + "DATA_STALENESS_THRESHOLD calls stale.",
        otherNames: ["CACHE_TTL_MARKET_DATA", "OPTIONS_CHAIN_TTL"]),
      Key(
        "CACHE_TTL_LTP", .number(.number("s", .within(0...86_400))), default: "5",
        "How long a last traded price is kept.",
        otherNames: ["LTP_TTL"]),
      Key(
        "CACHE_TTL_HISTORY", .number(.number("s", .within(0...604_800))), default: "3600",
        "How long candles and other history are kept.",
        otherNames: ["HISTORICAL_DATA_TTL"]),
      Key(
        "CACHE_TTL_GREEKS", .number(.number("s", .within(0...86_400))), default: "30",
        "How long the Greeks that a broker gave are kept; angelx computes its own anew, which is "
          + "faster than any cache.",
        otherNames: ["GREEKS_CACHE_TTL_SECONDS"]),
      Key(
        "CACHE_TTL_POSITION_DATA", .number(.number("s", .within(0...86_400))), default: "30",
        "How long a broker's book of positions is kept. A fill ends it at once."),
      Key(
        "CACHE_TTL_PORTFOLIO", .number(.number("s", .within(0...86_400))), default: "10",
        "How long a broker's funds, margin and holdings are kept. A fill ends it at once."),
      Key(
        "CACHE_PRELOAD_SYMBOLS", .list(of: .text(.symbol)), default: "[]",
        "What fetch-chain --warm asks for besides the chains of UNDERLYINGS. Contracts that are "
          + "not listed are warned about and left out."),
      Key(
        "CACHE_INVALIDATION_RULES", .invalidationRules,
        default: "{'POSITION_CHANGE': ['position_data', 'portfolio_greeks'], 'PRICE_CHANGE': "
          + "['market_data', 'greeks', 'pnl'], 'ORDER_FILLED': ['positions', 'cash_balance', "
          + "'margin']}",
        "Which kinds of kept answers an event ends. An event that is left out ends nothing."),
    ],
    retired: [
      RetiredKey(
        "WARM_CACHE_ON_STARTUP",
        "There is no start-up: run 'angelx fetch-chain --warm' from cron before the market opens."),
      RetiredKey("REDIS_HOST", "The cache lives in the store."),
      RetiredKey("REDIS_PORT", "The cache lives in the store."),
      RetiredKey("REDIS_DB", "The cache lives in the store."),
      RetiredKey("REDIS_PASSWORD", "The cache lives in the store."),
      RetiredKey("REDIS_POOL_SIZE", "The cache lives in the store, which needs no pool."),
      RetiredKey("REDIS_SOCKET_CONNECT_TIMEOUT", "The cache lives in the store, which is a file."),
      RetiredKey("REDIS_SOCKET_TIMEOUT", "The cache lives in the store, which is a file."),
      RetiredKey(
        "DB_CACHE_ENABLED",
        "Answers of the store are not kept beside it: it is a file on this machine. ENABLE_CACHING "
          + "and CACHE_TTL are about answers of brokers."),
      RetiredKey(
        "DB_CACHE_TTL",
        "Answers of the store are not kept beside it. Lifetimes of brokers' answers are CACHE_TTL "
          + "and its like."),
      RetiredKey("DATA_MANAGER", "A section of YAML: write ENABLE_CACHING and CACHE_TTL instead."),
      RetiredKey(
        "CACHE_CONFIG",
        "A section of YAML: write CACHE_MAX_SIZE, CACHE_TTL, CACHE_TTL_CHAIN, CACHE_TTL_LTP and "
          + "CACHE_TTL_HISTORY instead."),
    ])
}
