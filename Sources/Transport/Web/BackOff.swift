/// How long to leave a server alone before the next try.
package struct BackOff: Sendable, Equatable {
  /// The pause after the first try, give or take a fifth; it doubles with each one.
  package var first: Duration
  /// The longest that a server may ask for.
  package var longestAsked: Duration

  /// Makes pauses.
  package init(
    first: Duration = .milliseconds(500), longestAsked: Duration = .seconds(60)
  ) {
    self.first = first
    self.longestAsked = longestAsked
  }

  /// The pause after a number of tries.
  ///
  /// It varies by a fifth either way, so that clients which failed together do not come back together.
  func pause(after tries: Int, using random: inout some RandomNumberGenerator) -> Duration {
    // Nobody waits for what is doubled more often than that.
    let middle = first * (1 << min(max(tries - 1, 0), 30))
    let share = Double(random.next() >> 11) / 0x1p53
    return middle * (0.8 + 0.4 * share)
  }
}
