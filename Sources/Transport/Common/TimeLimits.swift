/// How long to wait for the other side; none of it can be switched off.
package struct TimeLimits: Sendable, Equatable {
  /// For the name, the connection and the handshake together.
  package var connecting: Duration
  /// For one try as a whole.
  package var total: Duration
  /// For bytes to come in at less than a crawl, in whole seconds.
  package var crawlingSeconds: Int
  /// The bytes a second below which a transfer crawls.
  package var crawl: Int

  /// Makes limits.
  package init(
    connecting: Duration = .seconds(10), total: Duration = .seconds(30),
    crawlingSeconds: Int = 15, crawl: Int = 100
  ) {
    self.connecting = connecting
    self.total = total
    self.crawlingSeconds = crawlingSeconds
    self.crawl = crawl
  }
}

extension Duration {
  /// The whole milliseconds, as libcurl counts them: at least 1, for 0 would be no limit at all, and at
  /// most a day.
  var asLimit: Int {
    let (seconds, attoseconds) = min(self, .seconds(86_400)).components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
