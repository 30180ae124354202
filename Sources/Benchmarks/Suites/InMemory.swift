/// What the suites in memory have in common.
enum InMemory {
  /// Few enough to stay in the cache of a processor, with their results.
  static let count = 4096

  static let options = MadeChain.options(count)
}
