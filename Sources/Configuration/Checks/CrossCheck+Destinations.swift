import Scalars

extension CrossCheck {
  /// Where metrics, archives and reports go.
  mutating func checkDestinations() {
    if settings.isOn("PROMETHEUS_ENABLED"), settings["PROMETHEUS_ENABLED"].isSet,
      settings.text("METRICS_TEXTFILE") == nil, settings.text("METRICS_PUSH_URL") == nil
    {
      report(
        .note, "metrics", "PROMETHEUS_ENABLED",
        "is True, and metrics go nowhere: set METRICS_TEXTFILE or METRICS_PUSH_URL")
    }
    if let file = settings.text("METRICS_TEXTFILE"), !file.hasSuffix(".prom") {
      refuse("metrics", "METRICS_TEXTFILE", "a node exporter reads only names that end in .prom")
    }
    checkBucket()
    if !settings.isOn("ARCHIVE_OLD_DATA") {
      warn("archive", "ARCHIVE_OLD_DATA", "is False: nothing is ever moved out of the store")
    }
    if let days = settings.number("RETAIN_TRADE_DATA_DAYS"), days < Number(31) {
      warn(
        "archive", "RETAIN_TRADE_DATA_DAYS",
        "is \(days), and the drawdown of a month needs its trades",
        fix: "keep 31 days or more")
    }
    checkReport()
  }

  private mutating func checkBucket() {
    guard settings.text("ARCHIVE_DESTINATION")?.hasPrefix("s3://") == true else { return }
    let missing = ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"].filter {
      settings[$0].value.content == .none
    }
    guard !missing.isEmpty else { return }
    warn(
      "archive", "ARCHIVE_DESTINATION",
      "is a bucket, which needs \(missing.joined(separator: ", "))")
  }

  /// So late, in minutes, the other jobs of the evening still begin on the same day.
  private static let latestReport = 22 * 60 + 30

  private mutating func checkReport() {
    let contents = [
      "EXPORT_TRADES", "EXPORT_POSITIONS", "EXPORT_PERFORMANCE_METRICS", "EXPORT_RISK_ANALYTICS",
    ]
    guard settings.isOn("EXPORT_DAILY_REPORT") else {
      noteIdle(["EXPORT_SCHEDULE", "EXPORT_FORMAT"] + contents, "EXPORT_DAILY_REPORT")
      return
    }
    if contents.allSatisfy({ !settings.isOn($0) }) {
      warn("report", "EXPORT_DAILY_REPORT", "is True, and all parts of the report are off")
    }
    if let session, let time = settings.text("EXPORT_SCHEDULE").flatMap(ClockTime.init),
      time < session.upperBound
    {
      warn("report", "EXPORT_SCHEDULE", "is \(time), before the close at \(session.upperBound)")
    }
    if let time = settings.text("EXPORT_SCHEDULE").flatMap(ClockTime.init),
      time > ClockTime(minutes: Self.latestReport)
    {
      warn(
        "report", "EXPORT_SCHEDULE", "is \(time): what runs after it would run past midnight",
        fix: "make it 22:30 or earlier")
    }
  }
}
