package import Scalars

/// How often a question is repeated, and how long it may take in all.
package struct Patience: Sendable {
  /// How often a question is asked at the most.
  package var tries = 3
  /// The pause before the second try; it doubles with every further one.
  package var pause = Duration.milliseconds(500)
  /// The longest pause, whatever doubling gives.
  package var longestPause = Duration.seconds(20)
  /// How long all of it may take.
  package var deadline = TimeSpan(milliseconds: 60_000)

  /// Creates the usual one.
  package init() {}

  /// The pause after so many tries, a fifth longer or shorter.
  func pause(
    after tries: Int, using random: inout any RandomNumberGenerator
  ) -> Duration {
    let doubled = min(pause * (1 << min(max(tries - 1, 0), 20)), max(longestPause, pause))
    return doubled * (0.8 + 0.4 * Double(random.next() >> 11) / 0x1p53)
  }
}
