/// What came back for a batch of instruments: each of them is in one of the lists.
package struct QuoteBatch: Sendable, Hashable {
  /// The quotes, in the order in which they were asked for.
  package let quotes: [Quote]
  /// What is missing, in that order too.
  package let unfetched: [UnfetchedToken]
}
