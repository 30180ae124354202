/// How often the cache had an answer and why not.
package struct CacheUses: Sendable, Equatable {
  /// Answers that were there and fresh.
  package var hits = 0
  /// Questions that had to be asked.
  package var misses = 0
  /// Answers that went because there were too many.
  package var evictions = 0
  /// Answers that went because they were too old.
  package var expiries = 0
  /// Answers that an event ended.
  package var invalidations = 0

  /// The share of questions that needed not be asked; nil where there were none.
  package var hitRate: Double? {
    hits + misses == 0 ? nil : Double(hits) / Double(hits + misses)
  }
}
