/// What an instrument is known by: its segment, and the number that the exchange gave it there.
///
/// All brokers pass the exchange's number on, so the key joins what they say about one contract. The
/// number alone is not unique.
package struct InstrumentKey: Sendable, Hashable, CustomStringConvertible {
  /// Where it is listed.
  package let segment: ExchangeSegment
  /// Its number there, which is a text of digits.
  package let token: String

  /// Names an instrument.
  package init(_ segment: ExchangeSegment, _ token: String) {
    self.segment = segment
    self.token = token
  }

  /// The key as in `NFO:58784`.
  package var description: String { "\(segment.name):\(token)" }
}
