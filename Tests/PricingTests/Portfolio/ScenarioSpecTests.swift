import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct ScenarioSpecTests {
  @Test func everyAxisIsRead() throws {
    let spec = try ScenarioSpec("spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1")
    #expect(spec.spot == .relative([-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]))
    #expect(spec.volatility == [-4, -2, 0, 2, 4])
    #expect(spec.days == [0, 1, 2, 3])
    #expect(spec.count == 7 * 5 * 4)
  }

  @Test(arguments: [
    ("spot=-1%;0;2%", ScenarioSpec.SpotShifts.relative([-0.01, 0, 0.02])),
    ("spot=-500:500:250", .absolute([-500, -250, 0, 250, 500])),
    ("spot=-5%;-0.5%:0.5%:0.5%;5%", .relative([-0.05, -0.005, 0, 0.005, 0.05])),
    ("spot=2%:-2%:-2%", .relative([0.02, 0, -0.02])),
    ("spot=0:3%:2%", .relative([0, 0.02])),
    ("spot=0", .relative([0])),
    ("spot=0:0:0", .relative([0])),
    ("spot=7:7:3", .absolute([7])),
    ("iv=1", .relative([0])),
    (" spot = +1% ; 2% , days = 1 ", .relative([0.01, 0.02])),
    ("spot=-99.99%", .relative([-0.9999])),
    ("spot=000000000000123.5", .absolute([123.5])),
  ])
  func spotIsReadInPercentOrRupees(text: String, spot: ScenarioSpec.SpotShifts) throws {
    #expect(try ScenarioSpec(text).spot == spot)
  }

  /// Every value is the double nearest its decimal number, as if it had been written out.
  @Test(arguments: [
    ("0", "0.1", 1, 30), ("-0.3", "0.001", 3, 700), ("1", "0.7", 1, 200), ("5.25", "-0.05", 2, 300),
  ])
  func valuesDoNotDrift(from: String, step: String, decimals: Int, count: Int) throws {
    let scale = pow(10.0, Double(decimals))
    let first = (try #require(Double(from)) * scale).rounded()
    let stride = (try #require(Double(step)) * scale).rounded()
    let wanted = (0..<count).map { index in
      Double(String(format: "%.\(decimals)f", (first + Double(index) * stride) / scale))
    }
    let end = String(format: "%.\(decimals)f", (first + Double(count - 1) * stride) / scale)
    #expect(try ScenarioSpec("iv=\(from):\(end):\(step)").volatility == wanted)
  }

  @Test func percentsDoNotDriftEither() throws {
    let spec = try ScenarioSpec("spot=-0.7%:0.7%:0.1%")
    #expect(spec.spot.values == (-7...7).map { Double("\($0)e-3") })
  }

  @Test(arguments: [
    ("", 1, ScenarioSpecError.Problem.unknownAxis("")),
    ("vol=1", 1, .unknownAxis("vol")),
    ("spot=1%,iv=2,", 14, .unknownAxis("")),
    ("spot=1%,spot=2%", 9, .repeatedAxis(.spot)),
    ("spot:1%", 5, .missingEquals(.spot)),
    ("iv", 3, .missingEquals(.volatility)),
    ("spot=", 6, .missingNumber(.spot)),
    ("spot=1%;", 9, .missingNumber(.spot)),
    ("spot=1%,iv=x", 12, .missingNumber(.volatility)),
    ("iv=1.", 4, .missingNumber(.volatility)),
    ("iv=.5", 4, .missingNumber(.volatility)),
    ("iv=−4", 4, .missingNumber(.volatility)),
    ("iv=1234567890", 4, .tooManyDigits),
    ("iv=0.1234567", 4, .tooManyDigits),
    ("iv=-4%:4%:2%", 6, .percentHere(.volatility)),
    ("days=1%", 7, .percentHere(.days)),
    ("spot=-3%:3:1%", 10, .mixedUnits),
    ("spot=1%;200", 9, .mixedUnits),
    ("iv=-4:4", 4, .notARange(numbers: 2)),
    ("iv=1:2:3:4", 4, .notARange(numbers: 4)),
    ("iv=-4:4:0", 9, .stepOfZero),
    ("iv=-4:4:-1", 9, .stepAway),
    ("iv=4:-4:1", 9, .stepAway),
    ("spot=-100%", 6, .nothingLeft),
    ("spot=1%;5%:-150%:-5%", 9, .nothingLeft),
    ("days=-1:1:1", 6, .daysBelowZero),
    ("days=3:-1:-2", 6, .daysBelowZero),
    ("iv=1e3", 5, .unexpected("e")),
    ("iv=4 4", 6, .unexpected("4")),
    ("spot=1%ं", 8, .unexpected("ं")),
    ("spot=0:1:0.00001", 6, .tooManyScenarios(100_001)),
    ("spot=0:999:1,iv=0:100:1", 1, .tooManyScenarios(101_000)),
    ("spot=-999999999:999999999:0.000001", 6, .tooManyScenarios(1_999_999_998_000_001)),
  ])
  func mistakesAreNamedAndPlaced(
    text: String, column: Int, problem: ScenarioSpecError.Problem
  ) throws {
    let error = try #require(throws: ScenarioSpecError.self) { try ScenarioSpec(text) }
    #expect(error.problem == problem)
    #expect(error.column == column)
    #expect(!error.message.hasSuffix("."))
    #expect(!error.hint.isEmpty)
  }

  @Test func aMistakeIsASentence() throws {
    let error = try #require(throws: ScenarioSpecError.self) { try ScenarioSpec("iv=-4%") }
    #expect(
      error.description
        == "column 6: 'iv' is not in percent; write points of volatility, as in iv=-4:4:2")
  }

  @Test func noTextStopsTheReader() {
    var random = SplitMix64(seed: 51)
    let pieces = [
      "spot", "iv", "days", "=", ",", ";", ":", "%", "-", "+", ".", "0", "7", "99999", " ",
    ]
    for _ in 0..<(_isDebugAssertConfiguration() ? 2_000 : 100_000) {
      let text = (0..<Int.random(in: 0...16, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
      do {
        let spec = try ScenarioSpec(text)
        #expect((1...ScenarioSpec.mostScenarios).contains(spec.count))
        #expect(spec.days.allSatisfy { $0 >= 0 })
      } catch {
        #expect((1...text.utf8.count + 1).contains(error.column), "\(text)")
      }
    }
  }
}
