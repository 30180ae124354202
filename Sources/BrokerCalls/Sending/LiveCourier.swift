package import Brokers
private import Files
package import Scalars
package import Transport

/// Takes calls to the servers of brokers.
package final class LiveCourier: Courier {
  /// Where the servers of a broker are.
  package struct Addresses: Sendable {
    let main: String
    let instruments: String

    /// Names the servers.
    package init(main: String, instruments: String) {
      self.main = main
      self.instruments = instruments
    }
  }

  private let client: WebClient
  /// For lists of instruments, which are far longer than all other answers.
  private let listClient: WebClient
  private let clock: RunClock
  private let addresses: [BrokerID: Addresses]

  /// Creates a courier; the network is not touched before the first call.
  ///
  /// - Parameters:
  ///   - rules: how calls are made. Each is made once: what is worth repeating is known to who reads
  ///     the answers.
  ///   - random: where pauses are drawn from.
  package init(
    _ rules: WebRules, to addresses: [BrokerID: Addresses], _ clock: RunClock,
    random: any RandomNumberGenerator
  ) {
    var rules = rules
    rules.tries = 1
    client = WebClient(rules, pauses: clock.pauses, random: random)
    rules.bodyLimit = Self.longestList
    listClient = WebClient(rules, pauses: clock.pauses, random: random)
    self.clock = clock
    self.addresses = addresses
  }

  /// Three times what the longest list of instruments has.
  private static let longestList = 128 << 20

  package var now: Timestamp { clock.now }

  package func pause(_ duration: Duration) throws {
    clock.pauses.pause(duration)
    if clock.pauses.isInterrupted() { throw CallFailure.interrupted }
  }

  package func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws {
    for (index, call) in calls.enumerated() {
      while case let wait = try admission(index), wait > .zero { try pause(wait) }
      try received(index, send(call))
    }
  }

  private func send(_ call: OutgoingCall) throws(TransportError) -> CallReport {
    let request = try webRequest(call)
    let start = MonotonicClock.seconds
    let result = Result { () throws(TransportError) in
      let asked = call.request.host == .instruments ? listClient : client
      return WireAnswer(try asked.answer(to: request), now: clock.pauses.date())
    }
    return CallReport(
      at: now, microseconds: Int64((MonotonicClock.seconds - start) * 1_000_000), result: result)
  }

  private func webRequest(_ call: OutgoingCall) throws(TransportError) -> WebRequest {
    guard let known = addresses[call.broker] else {
      preconditionFailure("a broker that is asked has an address")
    }
    let base =
      switch call.request.host {
      case .main: known.main
      case .instruments: known.instruments
      }
    return try call.request.webRequest(to: base, headers: call.headers)
  }
}

extension WireAnswer {
  /// The answer of a web server, as brokers' answers are judged.
  fileprivate init(_ answer: WebAnswer, now: Int64) {
    self.init(
      status: answer.status, type: answer.headers["Content-Type"], body: answer.body,
      wait: answer.wait(now: now),
      version: WireVersion(tag: answer.headers["ETag"], modified: answer.headers["Last-Modified"]))
  }
}
