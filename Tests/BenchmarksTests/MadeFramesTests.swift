import Brokers
import Testing

@testable import Benchmarks

/// The frames that are measured are such as the brokers send: each of them is a tick.
struct MadeFramesTests {
  @Test(arguments: MadeFrames.Form.allCases)
  func everyFrameIsATick(form: MadeFrames.Form) {
    var batch = TickBatch()
    for frame in MadeFrames.frames(200, of: form) {
      if form.isOfKite {
        KiteFrame.read(frame.span, into: &batch)
      } else {
        SmartAPITick.read(frame.span, into: &batch)
      }
    }
    #expect(batch.ticks.count == 200 && batch.faults.isEmpty)
    let hasBook = [.smartSnapshot, .smartDepth, .kiteFull].contains(form)
    #expect(batch.ticks.allSatisfy { ($0.bid != nil && $0.ask != nil) == hasBook })
  }
}
