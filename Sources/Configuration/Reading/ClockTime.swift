/// A time of day as a configuration writes it, to the second.
struct ClockTime: Comparable, CustomStringConvertible {
  /// Seconds since midnight.
  let seconds: Int

  /// Reads `15:15`, `9:15` or `15:15:30`.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) } }
    guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  init(minutes: Int) {
    seconds = minutes * 60
  }

  static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// The time as in `09:15`, with seconds only where there are any.
  var description: String {
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(pair(seconds / 3600)):\(pair(seconds / 60 % 60))"
    return seconds % 60 == 0 ? time : "\(time):\(pair(seconds % 60))"
  }
}
