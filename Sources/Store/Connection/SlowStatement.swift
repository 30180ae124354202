/// How often a statement took too long, and how long.
struct SlowStatement: Equatable {
  private(set) var count = 0
  private(set) var milliseconds = 0.0
  private(set) var worst = 0.0

  mutating func add(_ duration: Double) {
    count += 1
    milliseconds += duration
    worst = max(worst, duration)
  }
}
