extension KeyGroup {
  static let reports = KeyGroup(
    "Reports",
    [
      Key(
        "EXPORT_FORMAT", .choice("text", "csv", "json", .init("xlsx", alsoRead: "excel"), "html"),
        default: "'csv'",
        "The format of the daily report."),
      Key(
        "EXPORT_DESTINATION", .optional(.text(.path)),
        "The folder that daily reports are written to; None is exports in the home folder."),
      Key("EXPORT_TRADES", .boolean, default: "True", "Whether the daily report lists the trades."),
      Key(
        "EXPORT_POSITIONS", .boolean, default: "True",
        "Whether the daily report lists the open positions."),
      Key(
        "EXPORT_PERFORMANCE_METRICS", .boolean, default: "True",
        "Whether the daily report has the figures of performance."),
      Key(
        "EXPORT_RISK_ANALYTICS", .boolean, default: "True",
        "Whether the daily report has the figures of risk."),
      Key(
        "RISK_FREE_RATE_PERCENT", .number(.percent("% a year", .above(-100, upTo: 100))),
        default: "0",
        "The yearly return without risk that the Sharpe ratio is measured against."),
    ])
}
