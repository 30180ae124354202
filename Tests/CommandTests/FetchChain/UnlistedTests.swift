import TestSupport
import Testing

extension ChainTests {
  /// What no broker lists is a mistake of the question, and not of the broker.
  @Suite struct UnlistedTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    static let questions = [
      ("BANKNIFT", "no options on BANKNIFT are listed; did you mean BANKNIFTY?"),
      ("BANK", "no options on BANK are listed; did you mean BANKNIFTY?"),
      ("QQQQQQ", "no options on QQQQQQ are listed; angelx fetch-chain --instruments shows"),
      ("NIFTY --expiry 2026-11-25", "expire on 2026-11-25; listed are 2026-11-23, 2026-12-01"),
      ("NIFTTY --candles 5m", "NIFTTY is neither an index nor a contract that is listed"),
    ]

    @Test(arguments: questions) func itIsSaid(question: (line: String, words: String)) throws {
      // By two brokers that both do not list it, and by one.
      try expect(question, "angelone,kite")
      if question == Self.questions[0] { try expect(question, "kite") }
    }

    private func expect(_ question: (line: String, words: String), _ brokers: String) throws {
      let result = try desk.run("angelx fetch-chain \(question.line) --broker \(brokers) NOW")
      #expect(result.status == 66)
      #expect(result.output.isEmpty)
      let last = try #require(result.errorLines.last)
      #expect(result.errorLines.count == 1, "\(result.errorText)")
      #expect(last.contains(question.words), "\(last)")
      #expect(last.hasPrefix("angelx fetch-chain: \(brokers.prefix { $0 != "," }): "))
    }

    @Test func whereTheOtherBrokerCannotBeAskedItIsSaidAllTheSame() throws {
      let list = """
        {"broker":"kite","call":"instruments","times":0,"kind":"503"},\
        {"broker":"kite","call":"master","times":0,"kind":"503"}
        """
      try desk.brokers.order(list)
      let result = try desk.run(
        "ANGELX_HOME=unlisted angelx fetch-chain BANKNIFT NOW; echo $?")
      #expect(result.outputText == "66\n")
      #expect(result.errorLines.count == 2)
      #expect(result.errorLines.last?.contains("did you mean BANKNIFTY?") == true)
    }

    @Test(arguments: ["--strikes 0", "--candles 5m"]) func itCostsNoOther(task: String) throws {
      let result = try desk.run("angelx fetch-chain NIFTTY NIFTY \(task) NOW")
      #expect(result.status == 66)
      #expect(result.errorLines.count == 1)
      #expect(result.outputText.contains("\"NIFTY\"") && !result.outputText.contains("NIFTTY"))
    }
  }
}
