/// A line on a terminal that shows how far long work has come.
///
/// It appears after one second and redraws itself ten times a second at most. It reads no clock:
/// the time since the start comes in with every update. It belongs to one thread.
package final class ProgressBar {
  /// When progress is shown.
  package enum Choice: String, CaseIterable, ArgumentValue {
    case auto, always, never

    /// Whether progress belongs on a stream; left open, it belongs on terminals.
    package func isShown(on terminal: TerminalFacts) -> Bool {
      self == .always || (self == .auto && terminal.isTerminal)
    }
  }

  private static let firstShown = 1.0
  private static let shortestPause = 0.1
  private static let barWidth = 20

  private let title: String
  private let total: Int?
  private let counted: String?
  private let terminal: TerminalFacts
  private let write: (String) -> Void
  private var lastDrawn: Double?

  /// Creates a bar over `total` bytes; nil when nobody knows how many there will be.
  ///
  /// - Parameters:
  ///   - counted: What is counted instead of bytes, such as `passes`.
  ///   - write: Receives what to put on the terminal.
  package init(
    _ title: String, total: Int?, counting counted: String? = nil, terminal: TerminalFacts,
    write: @escaping (String) -> Void
  ) {
    self.title = title
    self.total = total
    self.counted = counted
    self.terminal = terminal
    self.write = write
  }

  /// Shows the state, if it is time to.
  ///
  /// - Parameters:
  ///   - seconds: The time since the work began.
  package func update(done: Int, records: Int, seconds: Double) {
    guard seconds >= Self.firstShown,
      lastDrawn.map({ seconds - $0 >= Self.shortestPause }) ?? true
    else { return }
    lastDrawn = seconds
    let line = line(done: done, records: records, seconds: seconds)
    // The last column stays free: a full line would move some terminals to the next.
    write("\r\u{1B}[K" + line.truncated(toWidth: terminal.width - 1))
  }

  /// Clears the line, before a message is written there and at the end of the work.
  package func erase() {
    guard lastDrawn != nil else { return }
    lastDrawn = nil
    write("\r\u{1B}[K")
  }

  /// The state as text: title, bar, percent, bytes, rate, records, time left.
  func line(done: Int, records: Int, seconds: Double) -> String {
    let rate = Double(done) / max(seconds, 0.001)
    var parts = [title]
    if let total, total > 0 {
      let share = min(1, max(0, Double(done) / Double(total)))
      let filled = Int(share * Double(Self.barWidth))
      let bar =
        String(repeating: "=", count: filled)
        + String(repeating: " ", count: Self.barWidth - filled)
      let percent = Int(share * 100)
      parts += ["[\(bar)]", (percent < 10 ? "  " : percent < 100 ? " " : "") + "\(percent)%"]
    } else if counted == nil {
      parts.append(Self.size(Double(done)))
    }
    parts.append(counted.map { "\(done) \($0)" } ?? Self.size(rate) + "/s")
    if records > 0 { parts.append(IndianNumber.grouped(String(records)) + " records") }
    if let total, total > done, rate > 0 {
      parts.append(Self.time(Double(total - done) / rate) + " left")
    }
    return parts.joined(separator: "  ")
  }

  /// A number of bytes in the largest decimal unit below it, such as `1.2 GB`.
  private static func size(_ bytes: Double) -> String {
    var rest = bytes
    for unit in ["B", "kB", "MB", "GB"] {
      if rest < 999.5 {
        let tenths = Int((rest * 10).rounded())
        return unit == "B" || tenths >= 1_000
          ? "\(Int(rest.rounded())) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
      }
      rest /= 1_000
    }
    return "\(Int(min(rest, 1e9).rounded())) TB"
  }

  /// A time as `0:07`, `12:34` or `1:02:03`; more than 99 hours are not told apart.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 99 * 3_600).rounded())
    let (minutes, second) = whole.quotientAndRemainder(dividingBy: 60)
    let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    let tail = (second < 10 ? "0" : "") + "\(second)"
    return hours > 0 ? "\(hours):\(minute < 10 ? "0" : "")\(minute):\(tail)" : "\(minute):\(tail)"
  }
}
