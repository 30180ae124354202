/// A hot path that is measured in one or more ways.
package struct Suite: Sendable {
  /// One of the ways: with so many threads, or on a part of the work.
  package struct Entry: Sendable {
    /// The part that is measured, as a phrase; nil where it is all of it.
    package let part: String?
    package let threads: Int
    package let requirement: Requirement?

    package init(part: String? = nil, threads: Int = 1, _ requirement: Requirement?) {
      self.part = part
      self.threads = threads
      self.requirement = requirement
    }

    /// The clock by which it is measured.
    package var timing: Timing { threads == 1 ? .processor : .elapsed }
  }

  /// What an entry of a prepared suite consists of.
  package typealias Preparation = (Entry) throws -> Pair

  /// The word that picks it.
  package let name: String
  /// What is measured, as a phrase.
  package let measures: String
  /// The work beside it, as a phrase.
  package let yardstick: String
  /// In which ways it is measured.
  package private(set) var entries: [Entry]
  /// Makes what all its entries need; `folder` is for files that are removed again.
  package let prepare: @Sendable (_ effort: Effort, _ folder: String) throws -> Preparation

  package init(
    name: String, measures: String, yardstick: String, entries: [Entry],
    prepare: @escaping @Sendable (_ effort: Effort, _ folder: String) throws -> Preparation
  ) {
    self.name = name
    self.measures = measures
    self.yardstick = yardstick
    self.entries = entries
    self.prepare = prepare
  }
}

extension Suite {
  /// What one of its entries measures, as a phrase.
  package func measures(_ entry: Entry) -> String {
    entry.part.map { "\(measures): \($0)" } ?? measures
  }

  /// The suite without what runs on more threads.
  package func onThreads(atMost most: Int) -> Suite {
    var suite = self
    suite.entries.removeAll { $0.threads > most }
    return suite
  }
}
