/// Where an order stands.
package enum OrderStatus: String, CaseIterable, Sendable {
  /// On its way to the exchange.
  case sent
  /// At the exchange; a part of it may be filled.
  case working
  /// Held back until its trigger is reached.
  case waitingForTrigger
  /// At the exchange, while a change or a cancellation is on its way or was refused.
  case changing
  /// Kept by the broker for the next session.
  case queued
  case filled
  /// Taken back; a part of it may have been filled before.
  case cancelled
  case rejected

  /// Whether nothing more will happen to it.
  package var isFinal: Bool { self == .filled || self == .cancelled || self == .rejected }
}
