/// What is listed.
package enum InstrumentKind: UInt8, CaseIterable, Sendable {
  case equity, index, future, option
  /// Anything that has no price of its own to trade at, or that is not known.
  case other
}
