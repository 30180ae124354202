package import Scalars
package import Store

/// What to do before a call that failed is made again.
package struct RetryAdvice: Sendable, Equatable {
  /// How long to wait.
  package let wait: TimeSpan
  /// Whether the session is to be refreshed first.
  package let refreshesSession: Bool

  /// The advice for a class of failure.
  package init(for failure: BrokerCall.Failure) {
    let seconds: Int64 =
      switch failure {
      case .session: 2
      case .rateLimit: 60
      case .network: 5
      case .unknown: 30
      }
    wait = TimeSpan(milliseconds: seconds * 1000)
    refreshesSession = failure == .session
  }
}
