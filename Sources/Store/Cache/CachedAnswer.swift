package import Scalars

/// An answer that was kept.
package struct CachedAnswer: Sendable, Equatable {
  /// Its bytes, as they were kept.
  package let body: [UInt8]
  /// When it was kept.
  package let storedAt: Timestamp
  /// From when on it is too old.
  package let expiresAt: Timestamp

  /// Whether it may be given at a time; one from the future is as little trusted as one that is too old.
  package func isFresh(at now: Timestamp) -> Bool { storedAt <= now && now < expiresAt }
}
