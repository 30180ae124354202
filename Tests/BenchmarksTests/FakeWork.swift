import Benchmarks

/// A clock that only moves when work is done, and who did it.
final class FakeTime {
  private(set) var seconds = 0.0
  private(set) var log = ""

  func spend(_ seconds: Double, by name: String) {
    self.seconds += seconds
    log += name
  }
}

/// Work that takes the time it is told to, run by run; the last of them for all that follow.
final class FakeWork: Contender {
  let operations: Int
  private let name: String
  private let time: FakeTime
  private let durations: [Double]
  private(set) var runs = 0

  init(_ name: String, operations: Int = 1, taking durations: [Double], on time: FakeTime) {
    self.name = name
    self.operations = operations
    self.durations = durations
    self.time = time
  }

  func run() throws -> Double {
    time.spend(durations[min(runs, durations.count - 1)], by: name)
    runs += 1
    return 1
  }
}
