/// What a wait on descriptors found.
package struct Readiness: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The source has bytes, has ended, or has failed: a read returns at once.
  package static let input = Readiness(rawValue: 1)
  /// The destination takes bytes, or has failed: a write returns at once.
  package static let output = Readiness(rawValue: 2)
  /// Nobody reads the watched output any more.
  package static let readerGone = Readiness(rawValue: 4)
}
