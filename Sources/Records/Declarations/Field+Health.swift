extension Field {
  /// How a broker is.
  static let health: [Field] = [
    Field(
      "state", .text,
      "HEALTHY, DEGRADED, RECOVERING, PAUSED or CRITICAL, of which the last three open nothing; or "
        + "NOT_CONFIGURED where keys are missing."),
    Field("calls", .quantity, "How many calls there were in the last 24 hours."),
    Field("failures", .quantity, "How many of them failed."),
    Field("failures_in_row", .quantity, "How many calls have failed since the last success."),
    Field(
      "p50_ms", .number(least: 0), unit: "ms", decimals: 1, "What half of the calls took at most."),
    Field(
      "p95_ms", .number(least: 0), unit: "ms", decimals: 1, "What 95 of 100 calls took at most."),
    Field("last_success", .time, "When a call last succeeded."),
    Field("last_failure", .time, "When a call last failed."),
    Field("paused_until", .time, "Until when the broker is left alone, where it is."),
    Field("session_until", .time, "When the session ends, where there is one."),
    Field("calls_left", .quantity, "How many calls for quotes may be made at once."),
  ]
}
