package import Scalars
package import Store

/// Alerts on standard error, beside the other messages of a command.
package struct LogHandler: AlertHandler {
  package let name = "log"
  package let leastSeverity: AlertRecord.Severity
  package let budget: RateBudget? = nil
  package let mostAtOnce = 100
  private let write: (AlertRecord) -> Void

  /// Creates a handler that writes by a closure of the command.
  package init(from leastSeverity: AlertRecord.Severity, write: @escaping (AlertRecord) -> Void) {
    self.leastSeverity = leastSeverity
    self.write = write
  }

  package func deliver(_ alerts: [AlertRecord], at time: Timestamp) throws(AlertFailure) {
    alerts.forEach(write)
  }
}
