package import Market
package import Scalars

/// A row of a list of instruments while it is read: its texts still stand in the bytes that came.
package struct InstrumentRow: Sendable {
  /// Where its number stands, its symbol, and the name of what it is on.
  package var token, symbol, underlying: Range<Int>
  package var segment: ExchangeSegment
  package var kind: InstrumentKind
  package var expiry: Day?
  package var strike: Money?
  package var right: OptionRight?
  package var lot: Int64?
  package var tick: Money?
  package var freeze: Int64?
}

/// Where the rows of a list of instruments go.
package protocol InstrumentSink {
  /// Takes a row, whose texts stand in these bytes for as long as this lasts.
  mutating func take(_ row: InstrumentRow, in bytes: Span<UInt8>)
}
