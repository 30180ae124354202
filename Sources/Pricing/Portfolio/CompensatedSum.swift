/// A sum that keeps what rounding would lose of each step, as Neumaier's does.
///
/// What is bought and sold nearly cancels, and the rest should not be noise.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  @inline(__always)
  mutating func add(_ number: Double) {
    let next = sum + number
    lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
