/// How far a compressed input may expand; without limits only memory is bounded, not time.
package struct GzipLimits: Sendable, Equatable {
  /// The most bytes that may come out, over all members.
  package var output: Int?
  /// The most bytes that may come out for each compressed byte.
  package var expansion: Int?

  /// - Parameters:
  ///   - output: The most bytes that may come out; nothing for any number.
  ///   - expansion: The most bytes for each compressed byte, judged once 1 MiB came out, because
  ///     short repetitive files compress well and harm nobody; nothing for any ratio.
  package init(output: Int? = nil, expansion: Int? = nil) {
    self.output = output
    self.expansion = expansion
  }

  /// No limits.
  package static let none = GzipLimits()

  /// Below this many bytes of output the expansion is not judged.
  static let judgedFrom = 1 << 20

  /// The limit that these amounts exceed, if any.
  func breach(output produced: Int, compressed: Int) -> GzipFault? {
    if let output, produced > output { return .tooLong(limit: output) }
    guard let expansion, produced >= Self.judgedFrom else { return nil }
    let allowed = compressed.multipliedReportingOverflow(by: expansion)
    if allowed.overflow || produced <= allowed.partialValue { return nil }
    return .expandsTooMuch(limit: expansion)
  }
}
