package import Scalars
package import Store

/// A way by which alerts reach people.
package protocol AlertHandler {
  /// The name in the configuration and in the store.
  var name: String { get }
  /// What is less grave does not go there.
  var leastSeverity: AlertRecord.Severity { get }
  /// How often it may be used; nil for any number of times.
  var budget: RateBudget? { get }
  /// How many alerts one use tells of at most.
  var mostAtOnce: Int { get }

  /// Tells of alerts, several of them where some were held back.
  ///
  /// - Throws: ``AlertFailure``, in words for people.
  func deliver(_ alerts: [AlertRecord], at time: Timestamp) throws(AlertFailure)
}

/// Why an alert did not get through.
package struct AlertFailure: Error, Equatable, Sendable {
  /// What happened, in one line without secrets.
  package let problem: String
  /// What to do about it.
  package let remedy: String

  /// Creates a failure.
  package init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}
