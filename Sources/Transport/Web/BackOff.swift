/// How long to leave a server alone before the next try.
package struct BackOff: Sendable, Equatable {
  /// The longest pause after the first try; it doubles with each one.
  package var first: Duration
  /// The longest pause after any.
  package var longest: Duration
  /// The longest that a server may ask for.
  package var longestAsked: Duration

  /// Makes pauses.
  package init(
    first: Duration = .milliseconds(500), longest: Duration = .seconds(20),
    longestAsked: Duration = .seconds(60)
  ) {
    self.first = first
    self.longest = longest
    self.longestAsked = longestAsked
  }

  /// The pause after a number of tries: anything up to the longest, so that clients which failed
  /// together do not come back together.
  func pause(after tries: Int, using random: inout some RandomNumberGenerator) -> Duration {
    // Doubled 30 times the shortest is longer than any that is allowed.
    let ceiling = min(longest, first * (1 << min(max(tries - 1, 0), 30)))
    let share = Double(random.next() >> 11) / 0x1p53
    return ceiling * share
  }
}
