import Benchmarks
import Testing

@Suite struct SuiteTests {
  static let suites: [Benchmarks.Suite] = [
    .price, .greeks, .volatility, .streamDecoding, .listParsing,
  ]

  @Test(arguments: suites.indices)
  func runs(index: Int) throws {
    let suite = Self.suites[index]
    let prepared = try suite.prepare(.unoptimised, "/tmp")
    for entry in suite.entries {
      let pair = try prepared(entry)
      #expect(pair.subject.operations == pair.yardstick.operations)
      #expect(try pair.subject.run().isFinite)
      #expect(try pair.yardstick.run().isFinite)
    }
  }

  @Test func oneThreadIsMeasuredByItsProcessor() {
    #expect(Benchmarks.Suite.Entry(threads: 1, nil).timing == .processor)
    #expect(Benchmarks.Suite.Entry(threads: 2, nil).timing == .elapsed)
  }

  @Test(arguments: [Timing.processor, .elapsed])
  func theClocksMove(timing: Timing) {
    let clock = timing.clock
    let start = clock()
    var sum = 0.0
    while clock() == start { sum += 1 }
    #expect(clock() > start)
  }
}
