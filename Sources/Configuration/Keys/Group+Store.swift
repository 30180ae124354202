extension KeyGroup {
  static let store = KeyGroup(
    "Store",
    [
      Key(
        "STORE", .optional(.text(.path)),
        "The SQLite file that holds everything angelx remembers; None is angelx.db in the home "
          + "folder. It may be no link, and lie on no network."),
      Key(
        "DB_STATEMENT_CACHE_SIZE", .number(.integer("statements", .within(0...10_000))),
        default: "500",
        "How many prepared statements a connection keeps."),
      Key(
        "DB_QUERY_TIMEOUT_SECONDS", .number(.number("s", .above(0, upTo: 3600))), default: "30",
        "How long one query of the store may take before it is ended with an error.",
        otherNames: ["DATABASE_QUERY_TIMEOUT"]),
      Key(
        "SLOW_QUERY_THRESHOLD_MS", .number(.number("ms", .atLeast(0))), default: "200",
        "Statements of the store that take longer are recorded, and report health names them with "
          + "an index that would help; 0 records all. It is in milliseconds under either name.",
        otherNames: ["DB_SLOW_QUERY_THRESHOLD"]),
    ],
    retired: [
      RetiredKey(
        "DB_POOL_SIZE", "The store is a SQLite file, with one connection in each process."),
      RetiredKey(
        "DB_MAX_POOL_SIZE", "The store is a SQLite file, with one connection in each process."),
      RetiredKey(
        "DB_POOL_TIMEOUT_SECONDS",
        "The store waits up to 10 seconds for another process and then ends with status 75."),
      RetiredKey("DB_HOST", "The store is a SQLite file; STORE or --store names it."),
      RetiredKey("DB_PORT", "The store is a SQLite file; STORE or --store names it."),
      RetiredKey("DB_NAME", "The store is a SQLite file; STORE or --store names it."),
      RetiredKey("DB_USER", "The store is a SQLite file that only its owner can read."),
      RetiredKey("DB_PASSWORD", "The store is a SQLite file that only its owner can read."),
      RetiredKey(
        "SQLALCHEMY_ECHO",
        "Statements slower than SLOW_QUERY_THRESHOLD_MS are recorded and shown by report health."),
      RetiredKey(
        "SQLALCHEMY_RECORD_QUERIES",
        "Statements slower than SLOW_QUERY_THRESHOLD_MS are recorded and shown by report health."),
    ])
}
