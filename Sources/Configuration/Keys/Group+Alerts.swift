extension KeyGroup {
  static let alerts = KeyGroup(
    "Alerts",
    [
      Key(
        "ALERTS_ENABLED", .boolean, default: "True",
        "Whether alerts are sent at all. They never change what is traded."),
      Key(
        "ALERT_ON_TRADE_ENTRY", .boolean, default: "True",
        "Whether opening a position sends an alert."),
      Key(
        "ALERT_ON_TRADE_EXIT", .boolean, default: "True",
        "Whether closing a position sends an alert."),
      Key(
        "ALERT_ON_POSITION_CHANGE", .boolean, default: "True",
        "Whether adding to a position or closing a part of it sends an alert."),
      Key(
        "ALERT_ON_LOSS_LIMIT_HIT", .boolean, default: "True",
        "Whether reaching a limit that stops trading (daily loss, drawdown, losses in a row) sends "
          + "an alert."),
      Key(
        "ALERT_ON_MARGIN_CALL", .boolean, default: "True",
        "Whether a margin call, and the use of margin from MARGIN_CALL_ALERT_PERCENT and from "
          + "ALERT_MARGIN_USAGE_THRESHOLD_PERCENT on, sends an alert."),
      Key(
        "ALERT_ON_SYSTEM_ERROR", .boolean, default: "True",
        "Whether a command that ends with an error sends an alert."),
      Key(
        "ALERT_ON_BROKER_DISCONNECT", .boolean, default: "True",
        "Whether a broker that is paused or whose stream breaks off sends an alert."),
      Key(
        "ALERT_ON_LATENCY_VIOLATION", .boolean, default: "True",
        "Whether work that takes longer than LATENCY_REQUIREMENTS allows sends an alert."),
      Key(
        "ALERT_DRAWDOWN_THRESHOLD_PERCENT",
        .number(.percent("% below the highest equity", .above(0, upTo: 100))),
        default: "2.0",
        "The drawdown at which an alert is sent, once a day until it has been left again."),
      Key(
        "ALERT_MARGIN_USAGE_THRESHOLD_PERCENT",
        .number(.percent("% of equity", .above(0, upTo: 100))),
        default: "80.0",
        "The part of equity that is blocked as margin at which an alert of severity ALERT is "
          + "sent."),
      Key(
        "MARGIN_CALL_ALERT_PERCENT", .number(.percent("% of equity", .above(0, upTo: 100))),
        default: "min(75.0, ALERT_MARGIN_USAGE_THRESHOLD_PERCENT)",
        "The part of equity that is blocked as margin at which an alert of severity WARNING is "
          + "sent. It is a warning and no margin call."),
      Key(
        "ALERT_DAILY_LOSS_THRESHOLD_PERCENT",
        .number(.percent("% of the daily loss limit", .above(0, upTo: 100))),
        default: "50.0",
        "The part of the daily loss limit at which an alert is sent."),
    ])
}
