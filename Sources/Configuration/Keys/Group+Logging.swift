extension KeyGroup {
  static let logging = KeyGroup(
    "Logging",
    [
      Key(
        "VERBOSE", .boolean, default: "False",
        "Whether more is said on standard error. DEBUG is read as this and switches nothing else "
          + "on.",
        otherNames: ["DEBUG"]),
      Key(
        "QUIET", .boolean, default: "False",
        "Whether only errors are said on standard error. Not together with VERBOSE."),
      Key(
        "LOG_FORMAT", .choice("text", "json"), default: "'text'",
        "The form of the messages on standard error."),
      Key(
        "COLOR", .choice("auto", "always", "never"), default: "'auto'",
        "Whether colour is used; 'auto' is on a terminal, unless NO_COLOR is set."),
      Key(
        "PROGRESS", .choice("auto", "always", "never"), default: "'auto'",
        "Whether a progress bar is shown on standard error."),
      Key(
        "LOG_FILE", .optional(.text(.path)),
        "A file that messages are written to besides standard error; None writes none."),
      Key(
        "LOG_MAX_BYTES", .number(.integer("bytes", .atLeast(65_536))), default: "10485760",
        "The size at which LOG_FILE is renamed and begun anew."),
      Key(
        "LOG_BACKUP_COUNT", .number(.integer("files", .within(0...1000))), default: "5",
        "How many older files of LOG_FILE are kept."),
    ])
}
