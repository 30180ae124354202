import CommandLineKit
import Files

/// How far the calls for a chain have come, shown to whoever waits at a terminal.
final class ChainProgress {
  private let terminal: TerminalFacts
  private var bar: ProgressBar?
  private var all = 0
  private var start = 0.0

  init(on terminal: TerminalFacts) { self.terminal = terminal }

  /// Begins anew, with the time of one chain.
  func begin() {
    bar = nil
    start = MonotonicClock.seconds
  }

  /// Shows that so many calls of all are answered.
  func update(done: Int, of all: Int) {
    let bar = bar(of: all)
    bar.update(done: done, records: 0, seconds: MonotonicClock.seconds - start)
  }

  /// Takes the line away, before something else is written.
  func erase() { bar?.erase() }

  private func bar(of all: Int) -> ProgressBar {
    if let bar, self.all == all { return bar }
    erase()
    let made = ProgressBar(
      FetchChain.facts.name, total: all, counting: "calls", terminal: terminal,
      write: StandardError.write)
    (bar, self.all) = (made, all)
    return made
  }
}
