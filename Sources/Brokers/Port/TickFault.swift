/// Why a frame of the stream is no tick.
///
/// It is dropped and counted.
package enum TickFault: Error, Sendable, Hashable, CaseIterable {
  /// It has no byte, or a mode that is not known.
  case mode
  /// Its length is not that of its mode.
  case length
  /// Its exchange is not known.
  case exchange
  /// Its token is empty or no text of digits.
  case token
  /// A price has a fraction of a paisa, as those of currencies have.
  case price
  /// A quantity is no whole number, or below zero.
  case quantity
  /// A level is neither of buyers nor of sellers.
  case side
  /// A text that is none of those that the broker sends.
  case text
}
