import Scalars
import Testing

@Suite struct TimeSpanTests {
  @Test func movesInstants() {
    let time = Timestamp(milliseconds: 1000)
    let span = TimeSpan(milliseconds: 250)
    #expect((time + span).milliseconds == 1250)
    #expect((time - span).milliseconds == 750)
    #expect(time + span - time == span)
    #expect(span < TimeSpan(milliseconds: 251))
    #expect(span.duration == .milliseconds(250))
  }
}
