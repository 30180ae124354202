import TestSupport
import Testing

extension ChainTests {
  /// Whatever goes wrong on the way to a broker has its exit code, and one line that says what it is.
  @Suite struct FaultCodeTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    /// Faults of quotes that last, by their exit codes: not there, not the protocol, asked too often, not
    /// let in.
    static let lasting: [(kinds: [String], status: Int32)] = [
      (["503", "html-502", "cut-length", "reset-before", "stall-body", "AB1006"], 69),
      (
        [
          "cut-json", "no-envelope", "html-200", "redirect-302", "huge-header", "not-gzip",
          "prices-text", "no-rows", "foreign-rows",
        ], 76
      ),
      (["429", "limit-json"], 75), (["html-403", "AG8001"], 77),
    ]

    @Test(arguments: lasting.flatMap { row in row.kinds.map { ($0, row.status) } })
    func whatLastsHasItsCode(kind: String, status: Int32) throws {
      try desk.brokers.order(
        "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":0,\"kind\":\"\(kind)\"}")
      let result = try desk.run(
        "angelx fetch-chain NIFTY --strikes 0 --broker angelone NOW", with: Self.impatient)
      expect(result, status, "angelone")
    }

    /// A broker that answers with nothing which can be read is one that has failed.
    @Test(arguments: ["prices-text", "no-rows"])
    func whatCannotBeReadIsAskedElsewhere(kind: String) throws {
      try desk.brokers.order(
        "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":0,\"kind\":\"\(kind)\"}")
      let result = try desk.run("angelx fetch-chain NIFTY --strikes 1 NOW")
      #expect(result.status == 0, "\(result.errorText)")
      let rows = try result.rows
      #expect(!rows.isEmpty && rows.allSatisfy { $0.broker == "kite" })
    }

    /// What `--online` finds of the brokers: the login counts, and not only that somebody answers.
    @Test func theCheckOfTheConfigurationTriesTheLogin() throws {
      let sound = try desk.run("angelx validate-config --online --verbose NOW")
      #expect(sound.status == 0, "\(sound.outputText)\(sound.errorText)")
      for broker in ["angelone", "kite"] {
        #expect(sound.outputText.contains("\(broker): accepts the session"), "\(sound.outputText)")
      }
      try desk.brokers.order(
        "{\"broker\":\"smartapi\",\"call\":\"profile\",\"times\":0,\"kind\":\"503\"}")
      let broken = try desk.run("angelx validate-config --online NOW")
      #expect(broken.status == 69, "\(broken.outputText)\(broken.errorText)")
      #expect(broken.outputText.contains("angelone: 'profile' call"), "\(broken.outputText)")
    }

    /// A broker that is left alone is told of once, until it answers again.
    @Test func aBrokerThatIsLeftAloneIsTold() throws {
      try desk.brokers.order(
        "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":0,\"kind\":\"503\"}")
      func run() throws -> Program.Result {
        try desk.run(
          "angelx fetch-chain NIFTY --strikes 0 --broker angelone NOW",
          with: ["ANGELX_MAX_BROKER_FAILURES": "3"])
      }
      let (first, second) = (try run(), try run())
      #expect(first.status == 69 && second.status == 75, "\(first.errorText)\(second.errorText)")
      let told = "alert 'broker_disconnect' of angelone: left alone until"
      #expect(first.errorText.contains(told), "\(first.errorText)")
      #expect(!second.errorText.contains(told))
      try desk.brokers.order("")
      #expect(
        try desk.run("angelx fetch-chain NIFTY --strikes 0 --broker angelone NOW").status == 0)
    }

    /// The same before there is a list of instruments, or a session.
    @Test(
      arguments: [
        ("master", "404", 69), ("master", "cut-json", 76), ("login", "AB1007", 77),
        ("login", "cut-json", 76), ("login", "429", 75),
      ] as [(String, String, Int32)])
    func aBeginningThatFailsHasItsCode(call: String, kind: String, status: Int32) throws {
      try desk.brokers.order("{\"call\":\"\(call)\",\"times\":0,\"kind\":\"\(kind)\"}")
      let result = try desk.run(
        "angelx fetch-chain NIFTY --broker angelone --home fault-\(call)-\(kind) NOW")
      expect(result, status, "angelone")
    }

    /// So that what stalls is not waited for.
    private static let impatient = [
      "ANGELX_API_TIMEOUT_SECONDS": "0.6", "ANGELX_API_CONNECT_TIMEOUT_SECONDS": "0.6",
      "ANGELX_COMMAND_DEADLINE_SECONDS": "2",
    ]

    /// One line: the program, the place, what is wrong, and what to do.
    private func expect(_ result: Program.Result, _ status: Int32, _ place: String) {
      #expect(result.status == status, "\(result.errorText)")
      #expect(result.output.isEmpty)
      #expect(result.errorLines.count == 1, "\(result.errorText)")
      let line = result.errorLines.last ?? ""
      #expect(line.hasPrefix("angelx fetch-chain: \(place): "), "\(line)")
      #expect(line.contains("; "), "it says what to do: \(line)")
    }

    @Test(
      arguments: [
        ("SMARTAPI_BASE_URL", "https://localhost:1", 69),
        ("SMARTAPI_BASE_URL", "https://nobody.invalid", 69),
        ("CA_FILE", "angelx.conf", 78),
      ] as [(String, String, Int32)])
    func whatIsNotThereIsNamed(key: String, value: String, status: Int32) throws {
      let result = try desk.run(
        "angelx fetch-chain NIFTY --broker angelone NOW", with: ["ANGELX_\(key)": value])
      expect(result, status, "angelone")
      let host = value.split(separator: "/").last?.split(separator: ":").first ?? ""
      if key != "CA_FILE" { #expect(result.errorText.contains(host), "\(result.errorText)") }
    }
  }
}
