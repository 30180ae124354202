import Files
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct MonitorTests {
  private struct Refused: Error, Equatable {}

  @Test func letsOneThreadInAtATime() throws {
    let total = Monitor(0)
    try together(4) { _ in
      for _ in 0..<10_000 { total.withLock { $0 += 1 } }
    }
    #expect(total.withLock(\.self) == 40_000)
  }

  @Test func waitsUntilTheStateIsReady() throws {
    let numbers = Monitor([Int]())
    let sum = Monitor(0)
    try together(2) { worker in
      for number in 1...1000 {
        if worker == 0 {
          numbers.withLock(when: { $0.count < 3 }) { $0.append(number) }
        } else {
          let taken = numbers.withLock(when: { !$0.isEmpty }) { $0.removeFirst() }
          sum.withLock { $0 += taken * number }
        }
      }
    }
    // Every number came out in the place it went in.
    #expect(sum.withLock(\.self) == (1...1000).reduce(0) { $0 + $1 * $1 })
  }

  @Test func isFreeAgainAfterAnError() {
    let state = Monitor(1)
    #expect(throws: Refused()) {
      try state.withLock { number throws(Refused) in
        number = 2
        throw Refused()
      }
    }
    #expect(state.withLock(\.self) == 2)
  }

  @Test func holdsWhatCannotBeCopied() throws {
    let scratch = try Scratch()
    let output = Monitor(try Output(path: scratch("result")))
    try together(3) { _ throws(FileError) in
      for _ in 0..<100 {
        try output.withLock { output throws(FileError) in try output.write("line\n") }
      }
    }
    try output.withLock { output throws(FileError) in try output.finish() }
    #expect(try scratch.text("result") == String(repeating: "line\n", count: 300))
  }
}
