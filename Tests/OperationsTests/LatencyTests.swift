import Configuration
import Testing

@testable import Operations

/// Figures of durations, and what took too long.
struct LatencyTests {
  @Test(
    "percentiles between the measurements",
    arguments: [
      ([1000], [1.0, 1, 1, 1, 1, 1]), ([1000, 3000], [2, 1, 3, 2, 2.9, 2.98]),
      ([4000, 1000, 2000, 3000], [2.5, 1, 4, 2.5, 3.85, 3.97]),
      (Array(1...101).map { $0 * 1000 }, [51, 1, 101, 51, 96, 100]),
    ] as [([Int64], [Double])])
  func figures(durations: [Int64], expected: [Double]) throws {
    let figures = try #require(LatencyFigures(microseconds: durations))
    let found = [
      figures.mean, figures.min, figures.max, figures.p50, figures.p95, figures.p99,
    ]
    #expect(figures.count == durations.count)
    for (value, wanted) in zip(found, expected) { #expect(abs(value - wanted) < 1e-9) }
    #expect(LatencyFigures(microseconds: []) == nil)
  }

  @Test func whatTakesAsLongAsAllowedIsAViolation() {
    var reading = SettingsReading(processors: 2)
    reading.add(
      file: Array("LATENCY_REQUIREMENTS = {'order_placement': 3000, 'atm_calculation': None}".utf8),
      name: "f")
    var log = LatencyLog()
    log.add("order_placement", began: 0, seconds: 2.999)
    log.add("order_placement", began: 1, seconds: 3)
    log.add("atm_calculation", began: 2, seconds: 9)
    log.add("something_else", began: 3, seconds: 9)
    #expect(
      log.violations(reading.settings()) == [
        .init(operation: "order_placement", milliseconds: 3000, required: 3000)
      ])
    #expect(log.kept(reading.settings()).isEmpty)
    log.add("order_placement", began: 4, seconds: 1)
    log.add("position_monitoring", began: 5, seconds: 1)
    #expect(log.kept(SettingsReading(processors: 2).settings()) == ["position_monitoring"])
  }

  @Test(
    "what is asked of one record is asked of the mean",
    arguments: [
      (4.9, 1, false), (5.0, 1, true), (49.0, 10, false), (50.0, 10, true), (5.0, 0, true),
    ])
  func meanOfRecords(seconds: Double, records: Int, isViolated: Bool) {
    var log = LatencyLog()
    log.add("filter", began: 0, seconds: seconds, records: records)
    let settings = SettingsReading(processors: 2).settings()
    #expect(log.violations(settings).isEmpty != isViolated)
  }
}
