import BrokerCalls
import Brokers
import Files
import TestSupport
import Testing
import Transport

/// Sessions: who makes them, where they are kept, and what happens when they end.
@Suite(.needsBrokers) struct SessionTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk(FakeBrokers())
    try desk.brokers.limit(false)
  }

  private func logins() throws -> Int {
    try desk.brokers.calls().count { $0.call == "login" && $0.status == 200 }
  }

  @Test func oneLoginServesManyCommands() throws {
    for _ in 0..<4 { _ = try desk.desk().quotes(10) }
    #expect(try logins() == 1)
  }

  @Test func theFileIsForItsOwnerAlone() throws {
    _ = try desk.desk().quotes(10)
    let names = try Folder.names(in: desk.home("sessions"))
    #expect(names.contains("angelone-KANARIE01.json"))
    for name in names {
      let status = try SystemCalls.real.statusOfTarget(desk.home("sessions/\(name)"))
      #expect(status.permissions & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func aSessionThatTheBrokerEndedIsMadeAnew() throws {
    let first = try desk.desk()
    _ = try first.quotes(10)
    try desk.brokers.endSessions()
    // Half a minute later than the login, for nobody logs in again and again.
    try desk.brokers.setTime("\(FakeBrokers.day)T10:20:00")
    _ = try desk.desk().quotes(10)
    #expect(try logins() == 2)
  }

  @Test func nobodyLogsInAgainAndAgain() throws {
    _ = try desk.desk().quotes(10)
    try desk.brokers.order(
      "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":0,\"kind\":\"AG8001\"}")
    for _ in 0..<3 {
      let failure = try #require(throws: CallFailure.self) { try desk.desk().quotes(10) }
      #expect(failure.kind == .login || failure.kind == .tryLater)
    }
    #expect(try logins() == 1)
  }

  @Test func whatEndsAtMidnightIsNotTrustedAfterIt() throws {
    try desk.brokers.setTime("\(FakeBrokers.day)T23:50:00")
    _ = try desk.desk().quotes(10)
    try desk.brokers.setTime("2026-11-21T00:10:00")
    _ = try desk.desk().quotes(10)
    #expect(try logins() == 2)
    let refused = try desk.brokers.calls().count { $0.call == "quotes" && $0.status != 200 }
    #expect(refused == 0, "no call was made with a session that is over")
  }

  @Test func whatIsOnlyOldIsUsedWhereItCannotBeRenewed() throws {
    _ = try desk.desk().quotes(10)
    try desk.brokers.setTime("\(FakeBrokers.day)T14:40:00")
    try desk.brokers.order(
      ["refresh", "login"].map {
        "{\"broker\":\"smartapi\",\"call\":\"\($0)\",\"times\":0,\"kind\":\"503\"}"
      }.joined(separator: ","))
    for _ in 0..<2 { #expect(try desk.desk().quotes(10).1.count == 10) }
    #expect(try logins() == 1)
  }

  @Test func whatIsMadeShortlyBeforeItsEndIsUsedToIt() throws {
    try desk.brokers.setTime("\(FakeBrokers.day)T23:58:20")
    for _ in 0..<3 { #expect(try desk.desk().quotes(10).1.count == 10) }
    #expect(try logins() == 1)
  }

  @Test func behindMidnightNobodyWaitsForALogin() throws {
    try desk.brokers.setTime("\(FakeBrokers.day)T23:59:50")
    _ = try desk.desk().quotes(10)
    try desk.brokers.setTime("2026-11-21T00:00:05")
    #expect(try desk.desk().quotes(10).1.count == 10)
    #expect(try logins() == 2)
  }

  @Test func aWrongSecretOfTheAppIsSaidAfterTwoCodes() throws {
    let other = try TestDesk(
      desk.brokers, replacing: "BROKER_TOTP_SECRET", with: "GEZDGNBVGY3TQOJA")
    let failure = try #require(throws: CallFailure.self) { try other.desk().quotes(10) }
    #expect(failure.kind == .login)
    #expect(failure.remedy?.contains("BROKER_TOTP_SECRET") == true)
    #expect(try logins() == 2, "each answered, and refused")
  }

  @Test func aWrongPINIsTriedOnce() throws {
    let other = try TestDesk(desk.brokers, replacing: "BROKER_PIN", with: "1111")
    let failure = try #require(throws: CallFailure.self) { try other.desk().quotes(10) }
    #expect(failure.kind == .login)
    let again = try #require(throws: CallFailure.self) { try other.desk().quotes(10) }
    #expect(again.kind == .login && again.problem.contains("ago"))
    #expect(try desk.brokers.calls().count { $0.call == "login" } == 1)
  }

  @Test func atKiteAPersonLogsIn() throws {
    let before = try #require(throws: CallFailure.self) { try desk.desk([.kite]).quotes(10) }
    #expect(before.kind == .login && before.remedy?.contains("--log-in") == true)
    #expect(try desk.brokers.calls().isEmpty, "nothing is asked that cannot go well")
    let pasted = Secret(try desk.brokers.redirect())
    let kite = try desk.desk([.kite])
    try kite.logIn(at: .kite, token: KiteRequestToken(pasted: pasted))
    #expect(try desk.desk([.kite]).quotes(10).1.count == 10)
    try desk.desk([.kite]).logOut(at: .kite)
    let after = try #require(throws: CallFailure.self) { try desk.desk([.kite]).quotes(10) }
    #expect(after.kind == .login)
  }
}
