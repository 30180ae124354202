/// How far the system may trade, the gravest state first.
package enum SystemState: String, CaseIterable, Sendable {
  /// Everything is stopped until somebody releases it.
  case critical = "CRITICAL"
  /// The broker has failed too often, or no price is fresh.
  case paused = "PAUSED"
  /// The pause is over, but no call has succeeded yet.
  case recovering = "RECOVERING"
  /// It trades, though something is not as it should be.
  case degraded = "DEGRADED"
  case healthy = "HEALTHY"

  /// Whether orders that open risk are allowed, in symbols whose prices are fresh.
  package var allowsEntries: Bool { self == .healthy || self == .degraded }

  /// Whether orders that close a position are allowed: in every state.
  package var allowsExits: Bool { true }

  /// Whether working orders that would open risk are to be cancelled.
  package var cancelsEntries: Bool { self == .critical }
}
