extension KeyGroup {
  static let archive = KeyGroup(
    "Archive",
    [
      Key(
        "ARCHIVE_OLD_DATA", .boolean, default: "True",
        "Whether archive run moves out what is older than its retention. With False it moves and "
          + "deletes nothing."),
      Key(
        "ARCHIVE_DESTINATION", .optional(.text(.archive)),
        "Where archives are kept besides the home folder; None keeps them in its folder archive "
          + "only. The local copy goes only when the remote one is proved."),
      Key(
        "RETAIN_TICK_DATA_DAYS", .number(.integer("days", .atLeast(1))), default: "30",
        "How long ticks stay in the store before archive run takes them."),
      Key(
        "RETAIN_TRADE_DATA_DAYS", .number(.integer("days", .atLeast(1))), default: "365",
        "How long orders, fills, positions and trades stay in the store before archive run takes "
          + "them. Nothing of an open position is ever taken."),
      Key(
        "RETAIN_ALERT_LOGS_DAYS", .number(.integer("days", .atLeast(1))), default: "90",
        "How long alerts stay in the store before archive run takes them."),
      Key(
        "METRICS_RETENTION_DAYS", .number(.integer("days", .atLeast(1))), default: "30",
        "How long recorded latencies, runs and the health of brokers stay in the store before "
          + "archive run takes them."),
      Key(
        "RETAIN_QUOTE_DATA_DAYS", .number(.integer("days", .atLeast(1))), default: "30",
        "How long quotes and Greeks stay in the store before archive run takes them."),
      Key(
        "RETAIN_CANDLE_DATA_DAYS", .number(.integer("days", .atLeast(1))), default: "365",
        "How long candles stay in the store before archive run takes them."),
      Key(
        "RETAIN_SIGNAL_DATA_DAYS", .number(.integer("days", .atLeast(1))), default: "365",
        "How long signals and their verdicts stay in the store before archive run takes them."),
      Key(
        "S3_ENDPOINT", .optional(.text(.url(["https"]))),
        "The address of an S3 server other than Amazon's."),
      Key(
        "S3_REGION", .text(.label), default: "'us-east-1'",
        "The region that requests to S3 are signed for."),
      Key("S3_ACCESS_KEY_ID", .optional(.text(.line)), "The key that names the S3 account."),
      Key("S3_SECRET_ACCESS_KEY", .optional(.text(.secret)), "The secret of S3_ACCESS_KEY_ID."),
      Key(
        "S3_PATH_STYLE", .boolean, default: "False",
        "Whether the bucket stands in the path instead of in the host name, as most servers other "
          + "than Amazon's want it."),
    ],
    retired: [
      RetiredKey(
        "COMPRESS_ARCHIVED_DATA",
        "Archives are always gzipped JSON lines.", risk: .protects)
    ])
}
