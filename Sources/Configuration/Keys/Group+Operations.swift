extension KeyGroup {
  static let operations = KeyGroup(
    "Operations",
    [
      Key(
        "JOBS", .optional(.number(.integer("threads", .within(1...64)))),
        "How many threads work; None is one for each processor. Results are the same to the byte "
          + "for any number."),
      Key(
        "TABLES", .optional(.text(.path)),
        "A folder with tables of the market (holidays, sessions, lots, charges) that are read "
          + "beside those that come with angelx."),
      Key(
        "CONFIG_FREEZE", .boolean, default: "True",
        "Whether the keys of the trading rules are fixed at the first run of a trading day, so "
          + "that a later run with others is refused. It is fixed itself, so it cannot be switched "
          + "off during the day.",
        isFrozen: true),
    ],
    retired: [
      RetiredKey(
        "THREAD_POOL_SIZE", "One thread works per processor unless JOBS or --jobs says otherwise."),
      RetiredKey("MAX_QUEUE_SIZE", "Queues between threads are small and bounded by themselves."),
      RetiredKey(
        "THREAD_TIMEOUT_SECONDS",
        "There is no thread pool; a network call ends at API_TIMEOUT_SECONDS and a query of the "
          + "store at DB_QUERY_TIMEOUT_SECONDS."),
      RetiredKey("ENABLE_KILL_SWITCH", "The kill switch is always honoured.", risk: .protects),
      RetiredKey(
        "IMMUTABLE_LOGGING",
        "Logs are always append-only and chained by hashes.", risk: .protects),
    ])
}
