/// Measures the two of a pair in turns, so that whatever else the machine does hits both.
package struct Contest {
  /// Returns seconds since some moment.
  package typealias Clock = () -> Double

  private let effort: Effort
  private let clock: Clock
  /// The sum of all results.
  private var results = 0.0

  /// Creates a contest by a clock.
  package init(_ effort: Effort, clock: @escaping Clock) {
    self.effort = effort
    self.clock = clock
  }

  /// Measures a pair.
  ///
  /// - Parameter listen: is called before each pass, with the number of those that are done.
  package mutating func measure(
    _ pair: Pair, telling listen: (Int) -> Void = { _ in }
  ) throws -> Measurement {
    let subjectRuns = try warmUp(pair.subject)
    let yardstickRuns = try warmUp(pair.yardstick)
    var subject: [Double] = []
    var yardstick: [Double] = []
    for pass in 0..<effort.passes {
      listen(pass)
      // Each goes first every other time: what follows a pause may be faster or slower.
      if pass.isMultiple(of: 2) {
        subject.append(try time(pair.subject, runs: subjectRuns))
        yardstick.append(try time(pair.yardstick, runs: yardstickRuns))
      } else {
        yardstick.append(try time(pair.yardstick, runs: yardstickRuns))
        subject.append(try time(pair.subject, runs: subjectRuns))
      }
    }
    return Measurement(
      subject: subject, yardstick: yardstick, operations: pair.subject.operations * subjectRuns,
      results: results)
  }

  /// Runs a contender until a pass would be long enough, and returns how many runs that took.
  private mutating func warmUp(_ contender: any Contender) throws -> Int {
    var runs = 0
    let start = clock()
    repeat {
      results += try contender.run()
      runs += 1
    } while clock() - start < effort.secondsOfPass
    return runs
  }

  /// The nanoseconds of one operation in one pass.
  private mutating func time(_ contender: any Contender, runs: Int) throws -> Double {
    let start = clock()
    for _ in 0..<runs { results += try contender.run() }
    let seconds = clock() - start
    return seconds * 1e9 / Double(contender.operations * runs)
  }
}
