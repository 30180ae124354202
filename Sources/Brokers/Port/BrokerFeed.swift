package import Transport

/// The stream of ticks of a broker: what is said to it, and what that which it says means.
///
/// Nothing is sent here, and nobody waits. Who does need not know one broker from another.
package protocol BrokerFeed: Sendable {
  /// What it allows, and how it shows that it is alive.
  var rules: FeedRules { get }

  /// What to connect to within a session.
  ///
  /// - Throws: ``TransportError`` where the address is none.
  func request(
    in session: BrokerSession, to address: String
  ) throws(TransportError) -> SocketRequest

  /// The number by which an instrument is known in the ticks; nil for what has no ticks.
  func token(of instrument: ListedInstrument) -> FeedToken?

  /// The messages that ask for the ticks of instruments, each no longer than the broker takes it.
  func subscription(to instruments: [ListedInstrument]) -> [String]

  /// Reads a message.
  func read(_ message: SocketMessage, into batch: inout TickBatch)
}

/// What the stream of a broker allows, and how it shows that it is alive.
package struct FeedRules: Sendable, Equatable {
  /// The most connections of an account at a time.
  package let mostConnections: Int
  /// The most instruments of a connection.
  package let mostInstruments: Int
  /// What is to be sent so that the broker does not hang up; nil for nothing.
  package let beat: String?
  /// How long nothing at all comes from a line that is dead.
  package let silence: Duration

  /// How often the beat is sent.
  package static let beatPause = Duration.seconds(10)
}
