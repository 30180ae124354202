/// When the parts of a transfer were over, in microseconds from its start.
package struct WebTiming: Sendable, Equatable {
  /// The host had an address.
  package var resolved: Int
  /// The connection stood.
  package var connected: Int
  /// It was encrypted; 0 without encryption.
  package var secured: Int
  /// The first byte of the answer was there.
  package var firstByte: Int
  /// The last byte was.
  package var total: Int
}
