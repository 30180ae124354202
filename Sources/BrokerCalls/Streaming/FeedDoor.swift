internal import Brokers
private import Files
private import Store
internal import Transport

/// Opens connections to the stream of a broker, within a session that it has made anew where the old
/// one was refused.
package final class FeedDoor {
  let clock: RunClock
  /// The most connections that the configuration allows; nil where it does not say.
  let mostConnections: Int?
  private let address: String
  private let keeper: SessionKeeper
  private let sender: CallSender
  private let notes: CallNotes
  private let rules: WebRules
  private let makeRandom: () -> any RandomNumberGenerator

  /// Takes what a connection is made of.
  ///
  /// - Parameter random: makes where keys, masks and pauses are drawn from.
  init(
    address: String, mostConnections: Int?, _ keeper: SessionKeeper, _ sender: CallSender,
    _ notes: CallNotes, _ rules: WebRules, _ clock: RunClock,
    random: @escaping () -> any RandomNumberGenerator
  ) {
    self.address = address
    self.mostConnections = mostConnections
    self.keeper = keeper
    self.sender = sender
    self.notes = notes
    self.rules = rules
    self.clock = clock
    makeRandom = random
  }

  /// A handshake takes no longer, for other connections wait meanwhile.
  private static let longestHandshake = Duration.seconds(10)

  var broker: any Broker { sender.broker }
  var random: any RandomNumberGenerator { makeRandom() }

  /// What takes secrets out of the words of the broker.
  var cover: SecretCover { sender.cover }

  /// Connects and asks for the ticks of instruments.
  ///
  /// - Throws: ``CallFailure``.
  func open(for instruments: [ListedInstrument], within limit: Duration) throws -> WebSocket {
    let session = try keeper.session(by: sender)
    do throws(TransportError) {
      return try connected(in: session, for: instruments, within: limit)
    } catch {
      guard case .loginRefused = error else { throw CallFailure(error, of: broker.id) }
    }
    try keeper.renew(.refresh, insteadOf: session, by: sender)
    let renewed = try keeper.session(by: sender)
    do throws(TransportError) {
      return try connected(in: renewed, for: instruments, within: limit)
    } catch {
      throw CallFailure(error, of: broker.id)
    }
  }

  private func connected(
    in session: BrokerSession, for instruments: [ListedInstrument], within limit: Duration
  ) throws(TransportError) -> WebSocket {
    let start = MonotonicClock.seconds
    var failure: TransportError?
    defer {
      let ofBroker = failure?.failureOfBroker
      // What failed for another reason says nothing of the broker, good or bad.
      if failure == nil || ofBroker != nil {
        notes.addConnection(
          of: broker.id, at: clock.now,
          microseconds: Int64((MonotonicClock.seconds - start) * 1_000_000), failure: ofBroker)
      }
    }
    do throws(TransportError) {
      var rules = rules
      rules.limits.total = min(rules.limits.total, limit, Self.longestHandshake)
      rules.limits.connecting = min(rules.limits.connecting, rules.limits.total)
      let feed = broker.feed
      let socket = try WebSocket(
        try feed.request(in: session, to: address), rules, pauses: clock.pauses, random: random)
      for message in feed.subscription(to: instruments) { try socket.send(message) }
      return socket
    } catch {
      failure = error
      throw error
    }
  }
}

extension TransportError {
  /// What it says of the health of the broker; nil where it was not the broker's doing.
  fileprivate var failureOfBroker: BrokerCall.Failure? {
    switch exitClass {
    case .loginRefused: .session
    case .tryLater: if case .interrupted = self { nil } else { .rateLimit }
    case .unavailable: .network
    case .foreignProtocol: .unknown
    case .configuration: nil
    }
  }
}
