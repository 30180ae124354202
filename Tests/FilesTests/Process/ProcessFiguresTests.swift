import Files
import Foundation
import Testing

@Suite struct ProcessFiguresTests {
  @Test func theProcessorClockNeverGoesBack() {
    var last = ProcessorClock.seconds
    #expect(last > 0)
    for _ in 0..<10_000 {
      let now = ProcessorClock.seconds
      #expect(now >= last)
      last = now
    }
  }

  @Test func thePeakNeverFalls() {
    let before = PeakMemory.bytes
    #expect(before > 1_000_000)
    let held = [UInt8](repeating: 1, count: 1 << 25)
    let after = PeakMemory.bytes
    #expect(after >= max(before, held.count))
  }
}
