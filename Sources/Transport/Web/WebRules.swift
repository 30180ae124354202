/// How a client behaves, whatever it is asked for.
package struct WebRules: Sendable {
  /// What it calls itself, as in `angelx/1.0`.
  package var userAgent: String
  /// Whether addresses without encryption may be used.
  package var allowsPlain = false
  /// A file with the authorities to trust instead of the system's.
  package var authorities: String?
  /// The proxy to go through; none of the environment is ever used.
  package var proxy: WebAddress?
  /// How long one try may take.
  package var limits = TimeLimits()
  /// How long all tries and the pauses between them may take.
  package var deadline = Duration.seconds(60)
  /// How often a request is tried that may be repeated.
  package var tries = 3
  /// The pauses between tries.
  package var backOff = BackOff()
  /// The most bytes of a body, after it was unpacked.
  package var bodyLimit = 8 << 20
  /// The most bytes of status and headers together.
  package var headerLimit = 64 << 10

  /// Makes the usual rules.
  package init(userAgent: String) {
    self.userAgent = userAgent
  }
}
