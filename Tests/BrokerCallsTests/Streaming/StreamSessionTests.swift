import BrokerCalls
import Brokers
import TestSupport
import Testing

/// Sessions that end while a stream goes on.
@Suite(.needsBrokers) struct StreamSessionTests {
  private func begun() throws -> StreamDesk {
    let desk = try StreamDesk((brokers: FakeBrokers(), home: Scratch()))
    // Later than the login, for nobody logs in again and again.
    try desk.desk.brokers.setTime("\(FakeBrokers.day)T10:20:00")
    return desk
  }

  @Test func aSessionThatEndedIsMadeAnew() throws {
    let desk = try begun()
    let stream = try desk.stream(.angelOne)
    try stream.open(within: .seconds(60))
    try stream.brought { $0.places == 7 }
    try desk.desk.brokers.endSessions()
    try desk.desk.brokers.dropStreams()
    let brought = try stream.brought { !$0.gaps.isEmpty }
    #expect(brought.gaps.count == 1 && brought.setbacks.isEmpty)
    let calls = try desk.desk.brokers.calls()
    #expect(calls.count { $0.broker == "smart-stream" && $0.status == 401 } == 1)
    #expect(calls.count { $0.call == "login" && $0.status == 200 } == 2)
    _ = stream.close()
  }

  /// Where it takes a person it is said, and not tried for ever.
  @Test func atKiteAPersonHasToLogIn() throws {
    let desk = try begun()
    let stream = try desk.stream(.kite)
    try stream.open(within: .seconds(60))
    try stream.brought { $0.places == 7 }
    try desk.desk.brokers.endSessions()
    try desk.desk.brokers.dropStreams()
    let failure = try #require(throws: CallFailure.self) {
      try stream.brought { !$0.gaps.isEmpty }
    }
    #expect(failure.kind == .login && failure.remedy?.contains("--log-in") == true)
    let refused = try desk.desk.brokers.calls().count { $0.status == 403 }
    #expect(refused == 3, "so often it was tried")
    #expect(stream.close().count == 1)
  }
}
