/// How much a connection may take.
package struct StoreLimits: Sendable {
  /// How many prepared statements are kept.
  package var statements: Int
  /// How long one statement may take, in seconds.
  package var querySeconds: Double
  /// From how many milliseconds on a statement is remembered as slow.
  package var slowMilliseconds: Double
  /// How long another process is waited for, in milliseconds.
  package var busyMilliseconds: Int32

  /// Creates limits; those left out are the ones of the configuration's defaults.
  package init(
    statements: Int = 500, querySeconds: Double = 30, slowMilliseconds: Double = 200,
    busyMilliseconds: Int32 = 10_000
  ) {
    self.statements = statements
    self.querySeconds = querySeconds
    self.slowMilliseconds = slowMilliseconds
    self.busyMilliseconds = busyMilliseconds
  }
}
