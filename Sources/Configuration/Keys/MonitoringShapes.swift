extension Shape {
  /// The longest that kinds of work should take.
  static let latencyRequirements = Shape.record([
    Member(
      "options_chain_processing", latency, default: "2000",
      "From the first call of fetch-chain to the last row of a chain."),
    Member(
      "strategy_evaluation", latency, default: "5000",
      "One record through all strategies of filter."),
    Member(
      "order_placement", latency, default: "3000",
      "From an order's record to its acknowledgement by paper-run."),
    Member(
      "position_monitoring", latency, default: "30000", "A run of reconcile or report health."),
    Member(
      "atm_calculation", latency, default: "1000", "Finding the strike at the money of a chain."),
  ])

  /// A time to stay below; None asks for nothing.
  private static let latency = Shape.optional(.number(.number("ms", .above(0, upTo: 3_600_000))))

  /// From which figures on performance is called bad.
  static let performanceHealth = Shape.record([
    Member(
      "latency_ms", .number(.number("ms", .above(0))), default: "1000",
      "A mean latency above this is an issue."),
    Member(
      "drawdown_percent", .number(.percent("% below the highest equity", .above(0, upTo: 100))),
      default: "10", "A drawdown above this is an issue."),
    Member(
      "critical_drawdown_percent",
      .number(.percent("% below the highest equity", .above(0, upTo: 100))), default: "15",
      "Below this drawdown one or two issues are DEGRADED; from it on, or with more issues, it is "
        + "CRITICAL."),
    Member(
      "errors_per_hour", .number(.integer("errors", .atLeast(0))), default: "5",
      "More errors than this in an hour are an issue."),
    Member(
      "win_rate", .number(.fraction("of decided trades")), default: "0.40",
      "A smaller share of winning trades is an issue."),
    Member(
      "min_trades", .number(.integer("trades", .atLeast(0))), default: "10",
      "With fewer trades than this 'win_rate' is not looked at."),
    Member(
      "loss_streak", .number(.integer("losing trades in a row", .atLeast(1))), default: "4",
      "As many losing trades in a row are an issue."),
  ])
}
