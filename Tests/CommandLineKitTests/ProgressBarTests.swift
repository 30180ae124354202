import CommandLineKit
import Testing

@Suite struct ProgressBarTests {
  /// What `body` makes a bar put on a terminal, piece by piece.
  private func pieces(
    total: Int?, width: Int = 100, _ body: (ProgressBar) -> Void
  ) -> [String] {
    var pieces: [String] = []
    let terminal = TerminalFacts(isTerminal: true, width: width)
    body(ProgressBar("pick", total: total, terminal: terminal) { pieces.append($0) })
    return pieces
  }

  private static let start = "\r\u{1B}[K"

  @Test(
    arguments: [
      (.auto, true, true), (.auto, false, false), (.always, false, true), (.never, true, false),
    ] as [(ProgressBar.Choice, Bool, Bool)])
  func choiceDecides(choice: ProgressBar.Choice, isTerminal: Bool, isShown: Bool) {
    #expect(choice.isShown(on: TerminalFacts(isTerminal: isTerminal)) == isShown)
  }

  @Test func countsWhatItIsToldTo() {
    var pieces: [String] = []
    let terminal = TerminalFacts(isTerminal: true, width: 100)
    let bar = ProgressBar("bench", total: 40, counting: "passes", terminal: terminal) {
      pieces.append($0)
    }
    bar.update(done: 10, records: 0, seconds: 2)
    #expect(pieces == [Self.start + "bench  [=====               ]   25%  10 passes  0:06 left"])
  }

  @Test func quickWorkShowsNothing() {
    let pieces = pieces(total: 100) { bar in
      bar.update(done: 50, records: 5, seconds: 0.5)
      bar.update(done: 99, records: 9, seconds: 0.99)
      bar.erase()
    }
    #expect(pieces.isEmpty)
  }

  @Test func showsHowFarItIs() {
    let pieces = pieces(total: 1_000_000_000) { bar in
      bar.update(done: 250_000_000, records: 1_234_567, seconds: 2)
      bar.erase()
    }
    #expect(
      pieces == [
        Self.start
          + "pick  [=====               ]   25%  125 MB/s  12,34,567 records  0:06 left",
        Self.start,
      ])
  }

  @Test func countsWhereTheTotalIsUnknown() {
    let pieces = pieces(total: nil) { $0.update(done: 2_500_000, records: 0, seconds: 2) }
    #expect(pieces == [Self.start + "pick  2.5 MB  1.3 MB/s"])
  }

  @Test func redrawsTenTimesASecondAtMost() {
    let pieces = pieces(total: 1_000) { bar in
      for step in 0...200 { bar.update(done: step, records: step, seconds: Double(step) / 100) }
    }
    #expect((9...11).contains(pieces.count))
  }

  @Test func comesBackAfterAMessage() {
    let pieces = pieces(total: 1_000) { bar in
      bar.update(done: 1, records: 1, seconds: 1)
      bar.erase()
      bar.update(done: 2, records: 2, seconds: 1.01)
    }
    #expect(pieces.count == 3)
  }

  @Test func keepsToItsLine() {
    let pieces = pieces(total: 1_000, width: 20) { $0.update(done: 500, records: 1, seconds: 3) }
    #expect(pieces == [Self.start + "pick  [========== …"])
  }

  @Test(arguments: [
    (3_600.0, "1:00:00 left"), (90.0, "1:30 left"), (1e9, "99:00:00 left"), (0.0, "0:00 left"),
  ])
  func saysHowLongItWillTake(seconds: Double, text: String) throws {
    let total = 2_000_000_000
    let pieces = pieces(total: total) { bar in
      // Half is done after as long as the other half will take.
      bar.update(done: total / 2, records: 0, seconds: max(1, seconds))
    }
    let expected = seconds < 1 ? "0:01 left" : text
    #expect(try #require(pieces.first).hasSuffix(expected))
  }

  @Test(arguments: [(0, 0), (-1, 5), (5, 0), (7, 5), (.max, .max)] as [(Int, Int)])
  func strangeFiguresDoNotTrap(done: Int, total: Int) {
    let pieces = pieces(total: total) { $0.update(done: done, records: done, seconds: 1) }
    #expect(pieces.count == 1)
  }
}
