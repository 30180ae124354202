import Foundation
import TestSupport
import Testing

/// Several programs that begin at once on one empty home, with the limits of the brokers.
@Suite(.enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed"))
struct TogetherTests {
  @Test func fourProcessesLogInOnceAndPassNoLimit() async throws {
    let desk = try ChainDesk("")
    let results = try await desk.runs(Array(repeating: "--strikes 60", count: 4))
    for result in results {
      #expect(result.status == 0, "\(result.errorText)")
      #expect(try result.rows.count == 245)
    }
    #expect(try desk.brokers.violations() == 0)
    #expect(try desk.count("smartapi", "login") == 1)
    #expect(try desk.count("smartapi", "quotes") >= 4 * 6)
    // What it takes to log in is for its owner alone.
    let folder = desk.home("home/sessions")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  /// What was spent is counted by the clock of the machine: a run for another time forgets none of it.
  @Test func aClockThatIsSetForgetsNothing() throws {
    let desk = try ChainDesk(
      """
      COMMAND_DEADLINE_SECONDS = 5
      RATE_BUDGET_FRACTION = 1
      BROKERS = {'angelone': {'limits': {'quote': (None, 2, None)}}}
      """)
    try desk.brokers.limit(false)
    let times = [desk.time(), desk.time(in: 3600), desk.time()]
    let runs = try times.map {
      try desk.run("angelx fetch-chain NIFTY --strikes 0 --broker angelone --now \($0)")
    }
    #expect(try desk.count("smartapi", "quotes") == 2, "\(runs.map(\.errorText))")
    #expect(runs[0].status == 0 && runs[2].status == 75, "\(runs.map(\.errorText))")
    #expect(runs[2].errorText.contains("the budget of 'quote' calls is spent"))
  }
}
