import Benchmarks
import Testing

@Suite struct RequirementTests {
  private func measurement(_ subject: Double, yardstick: Double) -> Measurement {
    Measurement(subject: [subject], yardstick: [yardstick], operations: 1, results: 0)
  }

  @Test func theRatioIsThatOfTheReferenceMachine() {
    #expect(Requirement(18, .nanoseconds, besideYardstickOf: 39).ratio == 39.0 / 18)
    #expect(Requirement(2_500_000, .perSecond, besideYardstickOf: 39).ratio == 39.0 / 400)
  }

  @Test func aSlowerMachineIsForgiven() {
    let requirement = Requirement(18, .nanoseconds, besideYardstickOf: 39)
    #expect(measurement(36, yardstick: 78).meets(requirement))
    #expect(!measurement(37, yardstick: 78).meets(requirement))
  }

  @Test func aFasterMachineIsAskedForMore() {
    let requirement = Requirement(18, .nanoseconds, besideYardstickOf: 39)
    #expect(!measurement(17, yardstick: 19.5).meets(requirement))
    #expect(measurement(9, yardstick: 19.5).meets(requirement))
  }

  @Test func oneDisturbedPassDecidesNothing() {
    let requirement = Requirement(1, .nanoseconds, besideYardstickOf: 2)
    let measurement = Measurement(
      subject: [1, 100, 1], yardstick: [2, 2, 2], operations: 1, results: 0)
    #expect(measurement.meets(requirement))
  }

  @Test func theRateFollowsFromTheMedian() {
    #expect(measurement(400, yardstick: 1).perSecond == 2_500_000)
  }

  @Test(arguments: [BuildMode.debug, .release])
  func aLookIsShorterThanAMeasurement(build: BuildMode) {
    let (quick, usual) = (
      Effort.suiting(build, isQuick: true), Effort.suiting(build, isQuick: false)
    )
    #expect(quick.passes <= usual.passes)
    #expect(quick.rows <= usual.rows)
    #expect(Effort.usual.passes >= 15)
  }
}
