package import Brokers
private import Files
package import Scalars
package import Transport

/// Takes calls to the servers of brokers.
package final class LiveCourier: Courier {
  /// Where the servers of a broker are.
  package struct Addresses: Sendable {
    package let main: String
    package let instruments: String

    /// Names the servers.
    package init(main: String, instruments: String) {
      self.main = main
      self.instruments = instruments
    }
  }

  /// How long calls have waited to be admitted, in all.
  private(set) var waited = Duration.zero
  private let client: WebClient
  private let clock: RunClock
  private let addresses: [BrokerID: Addresses]

  /// Creates a courier; the network is not touched before the first call.
  ///
  /// - Parameters:
  ///   - rules: how calls are made. Each is made once, and when is for who asks: what is worth repeating
  ///     is known to who reads the answers.
  ///   - random: where pauses are drawn from.
  package init(
    _ rules: WebRules, to addresses: [BrokerID: Addresses], _ clock: RunClock,
    random: any RandomNumberGenerator
  ) {
    var rules = rules
    rules.tries = 1
    rules.deadline = .seconds(86_400)
    client = WebClient(rules, pauses: clock.pauses, random: random)
    self.clock = clock
    self.addresses = addresses
  }

  /// Three times what the longest list of instruments has.
  private static let longestList = 128 << 20
  /// About so many calls go out in the time in which one is answered, at the rates of brokers.
  private static let mostAtOnce = 8

  package var now: Timestamp { clock.now }
  package var limitTime: Timestamp { clock.machineTime }

  package func pause(_ duration: Duration) throws {
    clock.pauses.sitOut(duration)
    try stopIfInterrupted()
  }

  private func stopIfInterrupted() throws {
    if clock.pauses.isInterrupted() { throw CallFailure.interrupted }
  }

  package func send(
    _ calls: [OutgoingCall], admission: (Int) throws -> Duration,
    received: (Int, CallReport) throws -> Void
  ) throws {
    let requests = try calls.map(webRequest)
    let (together, alone) = calls.indices.parted { calls[$0].mayGoWithOthers }
    for index in alone {
      while case let wait = try admission(index), wait > .zero {
        waited += wait
        try pause(wait)
      }
      let start = MonotonicClock.seconds
      let result = Result { () throws(TransportError) in
        calls[index].request.host == .instruments
          ? try list(requests[index], calls[index].list)
          : WireAnswer(try client.answer(to: requests[index]), now: clock.pauses.date())
      }
      try stopIfInterrupted()
      try received(index, report(result, since: start))
    }
    var starts = [Double](repeating: 0, count: together.count)
    try client.answers(to: together.map { requests[$0] }, atOnce: Self.mostAtOnce) { place in
      let wait = try admission(together[place])
      starts[place] = MonotonicClock.seconds
      return wait
    } received: { place, result in
      try stopIfInterrupted()
      let answer = result.map { WireAnswer($0, now: clock.pauses.date()) }
      try received(together[place], report(answer, since: starts[place]))
    }
  }

  /// Fetches a list of instruments, which is far longer than all other answers.
  private func list(
    _ request: WebRequest, _ reading: InstrumentReading?
  ) throws(TransportError) -> WireAnswer {
    guard let reading else {
      let receiver = WholeBody()
      let answer = try client.answer(to: request, into: receiver, limit: Self.longestList)
      return WireAnswer(answer, body: receiver.bytes, now: clock.pauses.date())
    }
    let receiver = ListReceiver(reading)
    do throws(TransportError) {
      let answer = try client.answer(to: request, into: receiver, limit: Self.longestList)
      return WireAnswer(
        answer, body: receiver.head, list: receiver.finish(), now: clock.pauses.date())
    } catch {
      // It ended where it was refused.
      guard receiver.isRefused else { throw error }
      return WireAnswer(status: 200, type: nil, body: receiver.head, list: receiver.finish())
    }
  }

  private func report(
    _ result: Result<WireAnswer, TransportError>, since start: Double
  ) -> CallReport {
    CallReport(
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

extension OutgoingCall {
  /// Whether it may be under way while others are.
  fileprivate var mayGoWithOthers: Bool { request.mayRepeat && request.host == .main }
}

extension Range<Int> {
  /// Those of which something is true, and the others.
  fileprivate func parted(by isFirst: (Int) -> Bool) -> ([Int], [Int]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}

extension WireAnswer {
  /// The answer of a web server, as brokers' answers are judged.
  ///
  /// - Parameters:
  ///   - body: what was taken of the body of a success while it came.
  ///   - list: what was read of it.
  fileprivate init(
    _ answer: WebAnswer, body: [UInt8] = [], list: InstrumentIntake.List? = nil, now: Int64
  ) {
    let isSuccess = (200..<300).contains(answer.status)
    self.init(
      status: answer.status, type: answer.headers["Content-Type"],
      body: answer.body.isEmpty ? body : answer.body, list: isSuccess ? list : nil,
      wait: answer.wait(now: now),
      version: WireVersion(tag: answer.headers["ETag"], modified: answer.headers["Last-Modified"]))
  }
}
