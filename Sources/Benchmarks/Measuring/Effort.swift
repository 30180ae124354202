/// How much is measured.
package struct Effort: Sendable, Equatable {
  /// How often each of a pair is measured.
  package var passes: Int
  /// How long one pass should take at least.
  package var secondsOfPass: Double
  /// How many rows are streamed in a pass.
  package var rows: Int

  package init(passes: Int, secondsOfPass: Double, rows: Int) {
    self.passes = passes
    self.secondsOfPass = secondsOfPass
    self.rows = rows
  }

  /// For figures that are to be compared and kept.
  package static let usual = Effort(passes: 51, secondsOfPass: 0.01, rows: 100_000)
  /// For a look.
  package static let quick = Effort(passes: 15, secondsOfPass: 0.002, rows: 40_000)
  /// For a program that was built without optimisation, a hundred times slower: whether it works.
  package static let unoptimised = Effort(passes: 3, secondsOfPass: 0.001, rows: 1_000)

  /// The effort that suits this build.
  package static func suiting(_ build: BuildMode, isQuick: Bool) -> Effort {
    switch build {
    case .release: isQuick ? .quick : .usual
    case .debug: .unoptimised
    }
  }
}
