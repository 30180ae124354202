import Foundation
import TestSupport
import Testing

/// Secrets are seen nowhere but in the files that hold the sessions.
@Suite(
  .serialized,
  .enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed"))
struct SecretTests {
  private static let shared = Result {
    let desk = try ChainDesk()
    try desk.brokers.limit(false)
    return desk
  }

  private let desk: ChainDesk

  init() throws {
    desk = try Self.shared.get()
    try desk.begin()
    try desk.configure(ChainDesk.hurried)
  }

  /// What of these bytes is secret; a number of four digits stands in prices by chance.
  private func leaks(_ bytes: [UInt8]) -> [String] {
    FakeBrokers.canaries.filter { canary in
      let sought = canary == "4826" ? "\"4826\"" : canary
      return Data(bytes).range(of: Data(sought.utf8)) != nil
    }
  }

  private func expectNoSecret(in result: Program.Result) {
    #expect(leaks(result.output).isEmpty)
    #expect(leaks(result.errors).isEmpty, "\(result.errorText)")
    #expect(!result.errorText.contains("4826"), "\(result.errorText)")
  }

  /// Looks into every file of the home but the configuration and the sessions.
  private func expectNoSecretInFiles() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: desk.home.path).filter {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: desk.home($0), isDirectory: &isFolder)
      return !isFolder.boolValue && $0 != "angelx.conf" && !$0.contains("sessions/")
    }
    for name in names {
      #expect(try leaks(desk.home.bytes(name)).isEmpty, "\(name)")
    }
    return names
  }

  @Test func aDayLeavesNone() throws {
    let address = try desk.brokers.redirect()
    let login = try desk.run(
      "echo '\(address)' | angelx fetch-chain --broker kite --log-in --record day --log-file log NOW"
    )
    // The address at which a person logs in has the key of the app, which that person must see.
    #expect(login.status == 0)
    let common = "--record day --log-file log --verbose --progress always NOW"
    for line in [
      "NIFTY --strikes 2 --keep", "NIFTY --candles 5m", "--log-out", "NIFTY --strikes 1",
    ] {
      for broker in ["angelone", "kite"] {
        expectNoSecret(in: try desk.run("angelx fetch-chain --broker \(broker) \(line) \(common)"))
      }
    }
    let names = try expectNoSecretInFiles()
    #expect(names.contains("log") && names.contains("day/calls.jsonl"))
    #expect(names.contains("home/angelx.db"))
    let sessions = try FileManager.default.subpathsOfDirectory(atPath: desk.home("home/sessions"))
    #expect(sessions.contains { $0.hasSuffix(".json") })
  }

  @Test(arguments: [
    ("BROKER_PIN", "kanarie-1111"), ("BROKER_API_KEY", "kanarie-other"),
    ("BROKER_TOTP_SECRET", "kanarie-of-another-alphabet"),
  ])
  func aRefusedLoginShowsNone(key: String, value: String) throws {
    try desk.configure(ChainDesk.hurried, replacing: key, with: value)
    let result = try desk.run(
      "ANGELX_HOME=\(key) angelx fetch-chain NIFTY --broker angelone --verbose --log-file log NOW")
    #expect(result.status == 77 || result.status == 78, "\(result.errorText)")
    #expect(!result.errorText.isEmpty)
    expectNoSecret(in: result)
    _ = try expectNoSecretInFiles()
  }

  @Test func whatABrokerSaysBackIsCovered() throws {
    try desk.brokers.order(
      """
      {"broker":"smartapi","call":"login","kind":"AB1007","times":0,
       "message":"PIN 4826 with kanarie-smart-key of GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ is wrong"}
      """)
    let result = try desk.run(
      "ANGELX_HOME=said angelx fetch-chain NIFTY --broker angelone --verbose --log-file log NOW")
    #expect(result.status == 77)
    expectNoSecret(in: result)
    _ = try expectNoSecretInFiles()
  }

  /// What a broker gave for a session is as secret as what it was given.
  @Test(arguments: [("AB1000", Int32(69)), ("says", 76)])
  func aTokenThatABrokerSaysBackIsCovered(kind: String, status: Int32) throws {
    try desk.brokers.order(
      """
      {"broker":"smartapi","call":"quotes","kind":"\(kind)","times":0,
       "message":"no rights for {authorization}, \(String(repeating: "so it is ", count: 30))"}
      """)
    let result = try desk.run(
      "ANGELX_HOME=back-\(kind) angelx fetch-chain NIFTY --broker angelone --verbose --log-file log NOW"
    )
    #expect(result.status == status, "\(result.errorText)")
    #expect(result.errorText.contains("no rights for "), "\(result.errorText)")
    expectNoSecret(in: result)
    _ = try expectNoSecretInFiles()
  }
}
