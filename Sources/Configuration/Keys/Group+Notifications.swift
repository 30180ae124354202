extension KeyGroup {
  static let notifications = KeyGroup(
    "Notifications",
    [
      Key(
        "ALERT_HANDLERS", .alertHandlers,
        default: "{'log': {'enabled': True, 'level': 'INFO'}, 'webhook': {'enabled': False}, "
          + "'email': {'enabled': False}}",
        "Where alerts go: standard error and the log of alerts, a webhook, e-mail. A handler that "
          + "is left out is off, except log."),
      Key(
        "SMTP_USER", .optional(.text(.line)),
        "The name with which the mail server is logged in to; None sends without logging in."),
      Key(
        "SMTP_PASSWORD", .optional(.text(.password)),
        "The password with which the mail server is logged in to."),
    ])
}
