import Testing
import Transport

@Suite struct PausesTests {
  @Test func realTimePasses() {
    let pauses = Pauses.real
    let start = pauses.now()
    pauses.pause(.milliseconds(20))
    pauses.pause(.seconds(-5))
    let passed = pauses.now() - start
    #expect(passed >= .milliseconds(20) && passed < .seconds(5))
    #expect(pauses.date() > 1_700_000_000)
    #expect(!pauses.isInterrupted())
  }
}
