/// Asks web servers, one request after the other or many at once.
///
/// It has an owner and is not shared by threads, and whatever it calls must not ask it for more. Connections
/// are kept for requests that may be repeated; every other goes out on one of its own.
package final class WebClient {
  private let rules: WebRules
  private let pauses: Pauses
  private var random: any RandomNumberGenerator
  private var desk: TransferDesk?
  private var isBusy = false

  /// Makes a client; the network is not touched before the first request.
  ///
  /// - Parameters:
  ///   - rules: How it behaves.
  ///   - pauses: The passing of time.
  ///   - random: Where the length of pauses between tries is drawn from.
  package init(
    _ rules: WebRules, pauses: Pauses = .real, random: any RandomNumberGenerator
  ) {
    self.rules = rules
    self.pauses = pauses
    self.random = random
  }

  /// Sends a request and returns the answer, whatever its status, but none that points elsewhere.
  ///
  /// A request that may be repeated is tried again when nothing or nothing whole came back, and when
  /// the server says that it is busy or broken; after the last try its answer is returned.
  ///
  /// - Throws: ``TransportError``.
  package func answer(to request: WebRequest) throws(TransportError) -> WebAnswer {
    try answer(to: request, handOn: nil)
  }

  /// Sends a request, and hands the body of a success on in pieces as it comes; the answer has none then.
  ///
  /// Any other body, such as the words of a refusal, is kept in the answer. All the rest is as without
  /// a receiver; only where pieces were taken, another try depends on whether it can forget them.
  ///
  /// - Parameters:
  ///   - request: What to ask for.
  ///   - receiver: Who takes the body.
  ///   - limit: The most bytes of it, after it was unpacked.
  /// - Throws: ``TransportError``: what was taken is not all there is, or not what was sent.
  ///   ``TransportError/interrupted(host:)`` where the receiver wanted no more.
  package func answer(
    to request: WebRequest, into receiver: some BodyReceiver, limit: Int
  ) throws(TransportError) -> WebAnswer {
    try answer(to: request, handOn: HandOn(receiver: receiver, limit: limit))
  }

  /// Sends requests that may be repeated, many of them at once, and tells what came of each as soon as
  /// that is known.
  ///
  /// Every request is treated as ``answer(to:)`` treats it, and all share its deadline. One that waits for
  /// another try, or for its answer, holds up no other. First tries begin in order.
  ///
  /// - Parameters:
  ///   - requests: What to ask for.
  ///   - atOnce: The most that are on their way at the same time.
  ///   - admission: Asked with the index of a request when a try of it could begin, every further one
  ///     included: zero lets it begin at once; otherwise it is asked again after that time. A try
  ///     that would not be let in before the deadline does not take place. Where a kept connection has
  ///     ended, the library asks once more without a word, and that nobody can let in.
  ///   - received: Told of each request once, by its index, what came of it.
  /// - Throws: What one of the two throws first. What is on its way then is taken in if it comes soon,
  ///   and nobody is told of the other requests.
  package func answers(
    to requests: [WebRequest], atOnce: Int,
    admission: (Int) throws -> Duration = { _ in .zero },
    received: (Int, Result<WebAnswer, TransportError>) throws -> Void
  ) rethrows {
    precondition(requests.allSatisfy(\.mayRepeat), "only what may be repeated is sent with others")
    try run(requests, atOnce: atOnce, handOn: nil, admission: admission, received: received)
  }
}

extension WebClient {
  private func answer(
    to request: WebRequest, handOn: HandOn?
  ) throws(TransportError) -> WebAnswer {
    var outcome: Result<WebAnswer, TransportError>?
    run([request], atOnce: 1, handOn: handOn, admission: { _ in .zero }) { outcome = $1 }
    return try (outcome ?? .failure(.interrupted(host: request.address.host))).get()
  }

  private func run(
    _ requests: [WebRequest], atOnce: Int, handOn: HandOn?,
    admission: RequestRun.Admission, received: RequestRun.Received
  ) rethrows {
    precondition(atOnce > 0, "none at a time would take for ever")
    precondition(!isBusy, "a client is asked for more only when it is done")
    isBusy = true
    defer { isBusy = false }
    var sendable: [Int] = []
    for (index, request) in requests.enumerated() {
      if let fault = fault(of: request) {
        try received(index, .failure(fault))
      } else {
        sendable.append(index)
      }
    }
    let desk: TransferDesk
    do throws(TransportError) { desk = try keptDesk() } catch {
      for index in sendable { try received(index, .failure(error)) }
      return
    }
    desk.makeReady(for: atOnce)
    var run = RequestRun(
      requests, sendable, rules, pauses, at: desk, atOnce: atOnce, handOn: handOn, random: random)
    defer { random = run.random }
    try run.finish(admission: admission, received: received)
  }

  /// Why a request cannot be sent, if it cannot.
  private func fault(of request: WebRequest) -> TransportError? {
    if request.address.isForSockets { return .badAddress(.scheme) }
    guard request.address.isEncrypted || rules.allowsPlain else { return .badAddress(.plain) }
    guard request.allHeaders.allSatisfy(\.isSendable) else {
      return .unsendable(host: request.address.host, .header)
    }
    return nil
  }

  /// The desk of all requests, which keeps the connections.
  private func keptDesk() throws(TransportError) -> TransferDesk {
    if let desk { return desk }
    let made = try TransferDesk()
    desk = made
    return made
  }
}
