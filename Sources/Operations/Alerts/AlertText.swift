internal import Records
internal import Scalars
internal import Store

/// Alerts in the forms in which they leave the program.
enum AlertText {
  /// An alert as a JSON object.
  static func json(_ alert: AlertRecord) -> String {
    var members = [
      ("kind", "\"alert\""), ("id", alert.id.description),
      ("ts", JSONText.quoted(alert.raisedAt.description)),
      ("alert", JSONText.quoted(alert.kind)), ("subject", JSONText.quoted(alert.subject)),
      ("severity", JSONText.quoted(alert.severity.rawValue)),
      ("message", JSONText.quoted(alert.message)),
    ]
    if let value = alert.value { members.append(("value", String(shortest: value))) }
    if let threshold = alert.threshold {
      members.append(("threshold", String(shortest: threshold)))
    }
    return "{\(members.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
  }

  /// What stands over a mail.
  static func subject(_ alerts: [AlertRecord]) -> String {
    guard let gravest = alerts.max(by: { $0.severity < $1.severity }) else { return "angelx" }
    let head = "angelx \(gravest.severity.rawValue)"
    return alerts.count == 1
      ? "\(head): \(line(gravest))" : "\(head): \(alerts.count) alerts, \(line(gravest))"
  }

  /// What stands in a mail, the alerts in their order.
  static func body(_ alerts: [AlertRecord]) -> String {
    alerts.map { alert in
      "\(alert.raisedAt)  \(alert.severity.rawValue)  \(line(alert))"
    }.joined(separator: "\n") + "\n"
  }

  /// An alert on one line.
  static func line(_ alert: AlertRecord) -> String {
    "\(alert.kind) (\(alert.subject)): \(alert.message)"
  }
}
