import Benchmarks
import Testing

@Suite struct SampleTests {
  @Test(
    arguments: [
      ([5], 5, 0), ([1, 2], 1.5, 0.5), ([3, 1, 2], 2, 1), ([1, 1, 2, 2, 4, 6, 9], 2, 1),
      ([7, 7, 7, 1000], 7, 0),
    ] as [([Double], Double, Double)])
  func medianAndDeviation(values: [Double], median: Double, deviation: Double) {
    let sample = Sample(values)
    #expect(sample.median == median)
    #expect(sample.deviation == deviation)
  }

  @Test(
    arguments: [(1, 1), (5, 1), (6, 2), (50, 10), (95, 19), (96, 20), (100, 20)]
      as [(Int, Double)])
  func percentilesAreMeasurements(percent: Int, value: Double) {
    let sample = Sample((1...20).map(Double.init).shuffled())
    #expect(sample.percentile(percent) == value)
  }

  @Test func ofOneMeasurementEverythingIsThatOne() {
    let sample = Sample([3])
    #expect(sample.count == 1)
    #expect(sample.minimum == 3)
    #expect([1, 95, 100].allSatisfy { sample.percentile($0) == 3 })
  }

  @Test func oneDisturbanceChangesLittle() {
    let calm = Sample((0..<51).map { 10 + Double($0 % 3) })
    let disturbed = Sample((0..<51).map { $0 == 7 ? 10_000 : 10 + Double($0 % 3) })
    #expect(calm.median == disturbed.median)
    #expect(calm.deviation == disturbed.deviation)
    #expect(calm.minimum == disturbed.minimum)
  }

  @Test func nothingFollowsFromNothing() async {
    await #expect(processExitsWith: .failure) { _ = Sample([]) }
  }
}
