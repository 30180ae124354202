package import Brokers
internal import Scalars
package import Store

/// How the calls of a run went, for the health of brokers and the record of how long things take.
package final class CallNotes {
  /// A call, and what it was for.
  package struct Note: Sendable {
    package let broker: BrokerID
    /// What it was for, such as `quote`.
    package let group: String
    package let call: BrokerCall
  }

  /// All calls, in the order in which they ended.
  package private(set) var all: [Note] = []
  private let run: String

  /// Begins with nothing.
  ///
  /// - Parameter run: what tells this run from all others.
  package init(run: String) { self.run = run }

  func add<Value>(
    _ broker: BrokerID, _ report: CallReport, _ outcome: BrokerOutcome<Value>,
    of group: LimitGroup
  ) {
    let call = BrokerCall(
      at: report.at, run: run, number: Int64(all.count), failure: outcome.failureClass(report),
      durationMicroseconds: report.microseconds)
    all.append(Note(broker: broker, group: group.name, call: call))
  }

  /// Notes a connection to a stream.
  func addConnection(
    of broker: BrokerID, at time: Timestamp, microseconds: Int64, failure: BrokerCall.Failure?
  ) {
    let call = BrokerCall(
      at: time, run: run, number: Int64(all.count), failure: failure,
      durationMicroseconds: microseconds)
    all.append(Note(broker: broker, group: "connect", call: call))
  }

  /// How many calls there were of a broker.
  package func count(of broker: BrokerID) -> Int { all.count { $0.broker == broker } }
}

extension BrokerOutcome {
  /// Why a call failed, as far as it speaks of the broker's health; nil for a success.
  ///
  /// A refusal that was understood is the question's fault and not the broker's.
  fileprivate func failureClass(_ report: CallReport) -> BrokerCall.Failure? {
    switch self {
    case .ok, .nothing, .rejected: nil
    case .rateLimited: .rateLimit
    case .session: .session
    case .protocolBroken: .unknown
    case .transient: if case .failure = report.result { .network } else { .unknown }
    }
  }
}
