extension KeyGroup {
  static let monitoring = KeyGroup(
    "Monitoring",
    [
      Key(
        "METRICS_ENABLED", .boolean, default: "True",
        "Whether how long things took is recorded in the store, for report latency and the "
          + "metrics. Reports of trades and signals do not depend on it.",
        otherNames: ["PERFORMANCE_MONITORING"]),
      Key(
        "PROMETHEUS_ENABLED", .boolean, default: "True",
        "Whether METRICS_TEXTFILE is written and METRICS_PUSH_URL is pushed to, where they are "
          + "set."),
      Key(
        "METRICS_TEXTFILE", .optional(.text(.path)),
        "The file that metrics are written to for a node exporter, replaced in one step; its name "
          + "ends in .prom."),
      Key(
        "METRICS_PUSH_URL", .optional(.text(.url(["https"]))),
        "The push gateway that metrics are sent to. Plain http is for this machine alone."),
      Key(
        "TRACK_ORDER_LATENCY", .boolean, default: "True",
        "Whether the time from an order to its acknowledgement and fill is recorded."),
      Key(
        "TRACK_DATA_LAG", .boolean, default: "True",
        "Whether the age of quotes on arrival is recorded."),
      Key(
        "TRACK_GREEK_CALCULATION_TIME", .boolean, default: "True",
        "Whether the time that greeks takes is recorded."),
      Key(
        "TRACK_API_RESPONSE_TIMES", .boolean, default: "True",
        "Whether the time of every call to a broker is recorded."),
      Key(
        "LATENCY_REQUIREMENTS", .latencyRequirements,
        default: "{'options_chain_processing': 2000, 'strategy_evaluation': 5000, "
          + "'order_placement': 3000, 'position_monitoring': 30000, 'atm_calculation': 1000}",
        "The time that each kind of work should stay below; report latency lists what took as long "
          + "or longer."),
      Key(
        "CHECK_DATABASE_HEALTH", .boolean, default: "True",
        "Whether report health checks the store."),
      Key(
        "CHECK_BROKER_CONNECTION", .boolean, default: "True",
        "Whether report health asks each broker if its session is alive."),
      Key(
        "CHECK_API_CONNECTIVITY", .boolean, default: "True",
        "Whether report health tries to reach each address (brokers, webhook, mail, S3) without "
          + "logging in."),
      Key(
        "DATABASE_HEALTH_CHECK_TIMEOUT_SECONDS", .number(.number("s", .above(0, upTo: 600))),
        default: "5",
        "How long the check of the store may take."),
      Key(
        "BROKER_HEALTH_CHECK_TIMEOUT_SECONDS", .number(.number("s", .above(0, upTo: 600))),
        default: "10",
        "How long the check of one broker may take."),
      Key(
        "DISK_SPACE_WARNING_PERCENT", .number(.percent("% used", .above(0, upTo: 100))),
        default: "80",
        "How full the disk of the home folder may be before report health warns."),
      Key(
        "MEMORY_USAGE_WARNING_PERCENT", .number(.percent("% used", .above(0, upTo: 100))),
        default: "85",
        "How much of the machine's memory may be in use before report health warns."),
      Key(
        "CPU_USAGE_WARNING_PERCENT", .number(.percent("% used", .above(0, upTo: 100))),
        default: "90",
        "How busy the processors may be, by the load of the last minute, before report health "
          + "warns."),
      Key(
        "MEMORY_ALERT_THRESHOLD_MB", .number(.integer("MiB", .within(1...1_000_000))),
        default: "500",
        "The memory of one run of angelx above which report health warns."),
      Key(
        "PERFORMANCE_HEALTH", .performanceHealth,
        default: "{'latency_ms': 1000, 'drawdown_percent': 10, 'critical_drawdown_percent': 15, "
          + "'errors_per_hour': 5, 'win_rate': 0.40, 'min_trades': 10, 'loss_streak': 4}",
        "From which figures on a report calls the performance DEGRADED or CRITICAL. It describes; "
          + "it stops nothing."),
    ],
    retired: [
      RetiredKey(
        "METRICS_COLLECTION_INTERVAL_SECONDS",
        "Metrics are written when a command runs; how often that is, cron or a timer says."),
      RetiredKey(
        "METRICS_AGGREGATION_INTERVAL",
        "report latency makes its figures from the single measurements."),
      RetiredKey(
        "PROMETHEUS_PORT",
        "Nothing listens on a port: metrics go to METRICS_TEXTFILE or METRICS_PUSH_URL."),
      RetiredKey(
        "PROMETHEUS_ENDPOINT",
        "Nothing listens on a port: metrics go to METRICS_TEXTFILE or METRICS_PUSH_URL."),
      RetiredKey(
        "TRACK_POSITION_PNL_REAL_TIME",
        "paper-run writes profit and loss with every event that changes it."),
      RetiredKey("CHECK_REDIS_HEALTH", "There is no Redis; the cache is checked with the store."),
      RetiredKey(
        "REDIS_HEALTH_CHECK_TIMEOUT_SECONDS",
        "There is no Redis; the cache is checked with the store."),
      RetiredKey(
        "HEALTH_CHECK_INTERVAL_SECONDS",
        "Run 'angelx report health' from cron as often as you like."),
      RetiredKey(
        "PERFORMANCE_MONITOR",
        "A section of YAML: write ALERT_ON_LATENCY_VIOLATION and METRICS_RETENTION_DAYS instead."),
    ])
}
