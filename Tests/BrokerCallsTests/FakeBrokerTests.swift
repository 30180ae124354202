import TestSupport
import Testing

/// That the fake of the brokers is what is published of them.
@Suite(.needsBrokers) struct FakeBrokerTests {
  @Test func itStandsUpToWhatIsPublished() throws {
    let result = try FakeBrokers.selfCheck()
    #expect(result.status == 0, "\(result.errorText)")
  }
}
