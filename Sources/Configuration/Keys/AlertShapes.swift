extension Shape {
  /// Where alerts go.
  static let alertHandlers = Shape.record([
    .record("log", log, "Standard error and the log of alerts."),
    Member("webhook", .record(webhook), default: "{'enabled': False}", "A call of an address."),
    Member("email", .record(email), default: "{'enabled': False}", "A mail."),
  ])

  private static let log: [Member] = [
    Member("enabled", .boolean, default: "True", "Whether alerts go there."),
    Member(
      "level", .choice("DEBUG", "INFO", "WARNING", "ALERT", "ERROR", "CRITICAL"),
      default: "'INFO'", "The least severity that goes there; the words ascend."),
  ]

  private static let webhook: [Member] = [
    Member("enabled", .boolean, default: "False", "Whether alerts go there."),
    Member(
      "url", .text(.secretURL(["https"])),
      "The address that is called, without a user and a password; it must be there when the "
        + "handler is on. Who has it can write there, so it is kept secret. Plain http is for this "
        + "machine alone."),
    Member(
      "timeout_seconds", .number(.number("s", .above(0, upTo: 600))), default: "30",
      "How long one call may take."),
    Member(
      "retry_attempts", .number(.integer("tries", .within(0...10))), default: "3",
      "How often a call is tried in all; 0 is read as 1."),
    Member(
      "rate_limit", .number(.integer("calls an hour", .within(1...10_000))), default: "60",
      "How many calls are made in an hour; what is beyond waits."),
  ]

  private static let email: [Member] = [
    Member("enabled", .boolean, default: "False", "Whether alerts go there."),
    Member(
      "from", .text(.address), "Whom mails come from; it must be there when the handler is on."),
    Member(
      "to", .either(.list(of: .text(.address), count: 1...100), .text(.address)),
      "Whom they go to, one address or a list; it must be there when the handler is on."),
    Member(
      "smtp_server", .text(.host),
      "The mail server, without a scheme and a port; it must be there when the handler is on."),
    Member("smtp_port", .number(.integer("", .within(1...65_535))), default: "587", "Its port."),
    Member(
      "rate_limit", .number(.integer("mails an hour", .within(1...1000))), default: "10",
      "How many mails are sent in an hour; what is beyond comes as one summary."),
    Member(
      "security", .choice("starttls", "tls", "none"), default: "'starttls'",
      "How the connection is encrypted; 'none' is for this machine alone."),
    Member(
      "username", .optional(.text(.line)), default: "SMTP_USER",
      "The name with which the server is logged in to; better set as SMTP_USER."),
    Member(
      "password", .optional(.text(.password)), default: "SMTP_PASSWORD",
      "The password for it; better set as SMTP_PASSWORD."),
  ]
}
