import Foundation
import TestSupport
import Testing

/// The library product serves a package of its own.
@Suite(.serialized) struct LibraryTests {
  static let samples = [
    (
      name: "spreads",
      output: """
      NIFTY23NOV2624500CE narrow
      NIFTY23NOV2624550CE wide
      NIFTY23NOV2625000CE wide
      NIFTY23NOV2624600CE unknown

      """
    ),
    (
      name: "smile",
      output: """
      NIFTY23NOV2624400CE 12.42 % 0.677
      NIFTY23NOV2624400PE 12.41 % -0.322
      NIFTY23NOV2624500CE 11.90 % 0.540
      NIFTY23NOV2624500PE 11.90 % -0.459
      NIFTY23NOV2624600CE 11.53 % 0.388
      NIFTY23NOV2624600PE 11.53 % -0.612
      forward 24525.47

      """
    ),
  ]

  @Test(arguments: samples)
  func theSampleIsBuiltAndRuns(_ sample: (name: String, output: String)) throws {
    let swift = try #require(Program.path(of: "swift"))
    let result = try Program.run(
      swift,
      [
        "run", "--disable-build-manifest-caching", "-c", "release", "--package-path",
        "Samples/engine", sample.name,
      ],
      environment: ProcessInfo.processInfo.environment)
    #expect(result.outputText == sample.output, "\(result.errorText)")
    #expect(result.status == 0)
  }
}
