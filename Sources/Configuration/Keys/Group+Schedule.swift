extension KeyGroup {
  static let schedule = KeyGroup(
    "Schedule",
    [
      Key(
        "EXPORT_DAILY_REPORT", .boolean, default: "True",
        "Whether the crontab that validate-config prints has a line for the daily report.",
        otherNames: ["DAILY_REPORTS"]),
      Key(
        "EXPORT_SCHEDULE", .timeOfDay, default: "'17:00'",
        "When the daily report is made, in Indian time; it must lie after the close of the market, "
          + "which is later than 15:30 since August 2026."),
    ])
}
