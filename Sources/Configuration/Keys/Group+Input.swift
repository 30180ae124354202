extension KeyGroup {
  static let input = KeyGroup(
    "Input",
    [
      Key(
        "ASSUME_IST", .boolean, default: "False",
        "Whether a time without an offset is taken as Indian time. With False such a time is an "
          + "error, for a guessed zone is off by five and a half hours."),
      Key(
        "STRICT", .boolean, default: "False",
        "Whether a command stops at the first broken record instead of skipping it."),
      Key(
        "MAX_ERRORS", .optional(.number(.integer("records", .atLeast(0)))),
        "After how many broken records a command stops; None never stops."),
      Key(
        "MAX_LINE", .number(.integer("bytes", .within(64...1_073_741_824))), default: "1048576",
        "How long a record may be before it is given up."),
      Key(
        "MAX_INFLATED",
        .optional(.number(.integer("bytes", .within(1...1_152_921_504_606_846_976)))),
        "How large a gzip input may become when it is unpacked; None sets no limit."),
    ])
}
