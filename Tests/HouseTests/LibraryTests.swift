import Foundation
import TestSupport
import Testing

/// The library product serves a package of its own.
@Suite struct LibraryTests {
  @Test func theSampleIsBuiltAndRuns() throws {
    let swift = try #require(Program.path(of: "swift"))
    let result = try Program.run(
      swift,
      [
        "run", "--disable-build-manifest-caching", "-c", "release", "--package-path",
        "Samples/engine", "spreads",
      ],
      environment: ProcessInfo.processInfo.environment)
    let expected = """
      NIFTY23NOV2624500CE narrow
      NIFTY23NOV2624550CE wide
      NIFTY23NOV2625000CE wide
      NIFTY23NOV2624600CE unknown

      """
    #expect(result.outputText == expected, "\(result.errorText)")
    #expect(result.status == 0)
  }
}
