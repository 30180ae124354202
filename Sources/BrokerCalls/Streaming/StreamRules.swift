package import Configuration
private import Scalars

/// How a stream of ticks is held, and how what it brings is passed on.
package struct StreamRules: Sendable {
  /// The most connections, whatever the broker allows.
  package var mostConnections = 10
  /// How many messages of a connection are read together at the most.
  package var messagesTogether = 10
  /// After how long without anything a line is given up, where the broker does not say less.
  package var silence = Duration.seconds(60)
  /// How often it is tried to connect at all, and how long to wait in between.
  package var patience = Patience()
  /// How ticks are passed on.
  package var relay = RelayRules()

  /// Creates the usual ones.
  package init() {
    patience.pause = .seconds(5)
    patience.longestPause = .seconds(60)
  }

  /// Those of a configuration.
  package init(_ settings: Settings) {
    self.init()
    func number(_ key: String) -> Double? { settings.number(key)?.doubleValue }
    if let count = number("WS_MAX_CONNECTIONS") { mostConnections = Int(count) }
    if let count = number("WS_BATCH_SIZE") { messagesTogether = Int(count) }
    if let seconds = number("WEBSOCKET_TIMEOUT_SECONDS") { silence = .seconds(seconds) }
    if let seconds = number("WEBSOCKET_RECONNECT_DELAY_SECONDS") {
      patience.pause = .seconds(seconds)
    }
    if let count = number("API_RETRY_ATTEMPTS") { patience.tries = Int(count) }
    if let milliseconds = number("WS_THROTTLE_MS") { relay.throttle = .milliseconds(milliseconds) }
    if let milliseconds = number("MARKET_DATA_FLUSH_INTERVAL_MS") {
      relay.longestWait = .milliseconds(milliseconds)
    }
    if let count = number("PRICE_UPDATE_BATCH_SIZE") { relay.together = Int(count) }
    if let count = number("MARKET_DATA_BUFFER_SIZE") { relay.capacity = Int(count) }
  }
}

/// How ticks are passed on.
package struct RelayRules: Sendable, Equatable {
  /// The least time between two ticks of one instrument.
  package var throttle = Duration.milliseconds(100)
  /// The longest that a tick waits for others before it is written.
  package var longestWait = Duration.milliseconds(100)
  /// So many ticks are written without waiting for others.
  package var together = 100
  /// The most ticks that wait, or one of each instrument where those are more.
  package var capacity = 5000

  /// Creates the usual ones.
  package init() {}
}
