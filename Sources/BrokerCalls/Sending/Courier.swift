package import Brokers
package import Scalars
package import Transport

/// A call as it goes out.
package struct OutgoingCall: Sendable {
  package let broker: BrokerID
  package let request: BrokerRequest
  /// What it says of itself, secrets included.
  package let headers: [WebHeader]
  /// Reads the body of a success while it comes; nil where it is wanted as it is.
  package let list: InstrumentReading?
}

/// How a call went.
package struct CallReport: Sendable {
  /// When its answer was there, or its failure.
  package let at: Timestamp
  /// How long it took.
  package let microseconds: Int64
  /// The answer, or why there is none.
  package let result: Result<WireAnswer, TransportError>
  /// Whether it is an answer of before, given again.
  package var isFromCache = false
}

/// Takes calls to brokers and brings the answers: over the network, or out of a recording.
package protocol Courier: AnyObject {
  /// What time it is.
  var now: Timestamp { get }

  /// The time by which limits are counted, which is that of the machine whatever the run goes by: all
  /// processes count together.
  var limitTime: Timestamp { get }

  /// Lets time pass.
  ///
  /// - Throws: ``CallFailure`` when whoever asked no longer wants the answer.
  func pause(_ duration: Duration) throws

  /// Sends calls that may be under way at the same time.
  ///
  /// - Parameters:
  ///   - admission: how long the call of a number has still to wait; it is asked again after that.
  ///   - received: takes the report of each, in the order in which they come.
  func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws
}
