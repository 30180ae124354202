import Benchmarks
import Testing

@Suite struct ContestTests {
  private struct Failure: Error {}

  private final class FailingWork: Contender {
    let operations = 1
    func run() throws -> Double { throw Failure() }
  }

  /// Measures fake work and returns what came of it, and who worked when.
  private func measure(
    _ effort: Effort, subject: [Double], yardstick: [Double], operations: Int = 1
  ) throws -> (measurement: Measurement, log: String) {
    let time = FakeTime()
    let pair = Pair(
      subject: FakeWork("s", operations: operations, taking: subject, on: time),
      yardstick: FakeWork("y", taking: yardstick, on: time))
    var contest = Contest(effort) { time.seconds }
    return (try contest.measure(pair), time.log)
  }

  @Test func theTwoTakeTurns() throws {
    let effort = Effort(passes: 4, secondsOfPass: 0, rows: 0)
    let (_, log) = try measure(effort, subject: [1], yardstick: [1])
    #expect(log == "sy" + "sy" + "ys" + "sy" + "ys")
  }

  @Test func aPassIsAsLongAsItShouldBe() throws {
    let effort = Effort(passes: 1, secondsOfPass: 8, rows: 0)
    let (measurement, log) = try measure(effort, subject: [2], yardstick: [4], operations: 5)
    #expect(log == "ssss" + "yy" + "ssss" + "yy")
    #expect(measurement.operations == 20)
    #expect(measurement.subject.median == 2e9 / 5)
    #expect(measurement.yardstick.median == 4e9)
    #expect(measurement.ratio.median == 10)
  }

  @Test func workThatIsLongerRunsOnce() throws {
    let effort = Effort(passes: 2, secondsOfPass: 1, rows: 0)
    let (measurement, log) = try measure(effort, subject: [64], yardstick: [32])
    #expect(log == "sy" + "sy" + "ys")
    #expect(measurement.ratio.median == 0.5)
  }

  @Test func theWarmUpDoesNotCount() throws {
    let effort = Effort(passes: 3, secondsOfPass: 0, rows: 0)
    let (measurement, _) = try measure(effort, subject: [1000, 1], yardstick: [1000, 3])
    #expect(measurement.subject.percentile(100) == 1e9)
    #expect(measurement.ratio.median == 3)
    #expect(measurement.ratio.deviation == 0)
  }

  @Test func theRatioIsThatOfTheSamePass() throws {
    // The machine is half as fast in the second pass: both measurements vary, their ratio does not.
    let effort = Effort(passes: 3, secondsOfPass: 0, rows: 0)
    let (measurement, _) = try measure(
      effort, subject: [1, 1, 2, 1], yardstick: [4, 4, 8, 4])
    #expect(measurement.subject.percentile(100) == 2e9)
    #expect(measurement.ratio == Sample([4, 4, 4]))
  }

  @Test func tellsHowFarItIs() throws {
    let time = FakeTime()
    let work = FakeWork("w", taking: [1], on: time)
    var contest = Contest(Effort(passes: 3, secondsOfPass: 0, rows: 0)) { time.seconds }
    var told: [Int] = []
    let measurement = try contest.measure(Pair(subject: work, yardstick: work)) { told.append($0) }
    #expect(told == [0, 1, 2])
    #expect(measurement.results == 8)
  }

  @Test func workThatFailsEndsTheContest() {
    let work = FailingWork()
    var contest = Contest(.quick) { 0 }
    #expect(throws: Failure.self) {
      try contest.measure(Pair(subject: work, yardstick: work))
    }
  }
}
