import TestSupport
import Testing

extension ChainTests {
  /// What a person sees at a terminal, and nobody else.
  @Suite struct TerminalTests {
    private let desk: ChainDesk
    private static let line = "angelx fetch-chain NIFTY --strikes 60 --broker angelone"

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
      // Long enough for a bar.
      try desk.brokers.order(
        """
        {"broker":"smartapi","call":"quotes","skip":2,"kind":"late","seconds":1.1}
        """)
    }

    @Test func aPersonSeesHowFarItIs() throws {
      let seen = try desk.terminal("\(Self.line) NOW > rows")
      #expect(seen.status == 0, "\(seen.outputText)")
      #expect(
        seen.outputText.contains(
          /\r\e\[Kfetch-chain  \[=+ *\] +\d+%  \d calls/), "\(seen.outputText)")
      // The bar is gone before the summary.
      #expect(
        seen.outputText.contains(
          /\r\e\[Kangelx fetch-chain: note: NIFTY: 245 rows from angelone in \d calls and \d+ ms\r\n$/
        ),
        "\(seen.outputText)")
      #expect(try desk.home.text("rows").split(separator: "\n").count == 245)
    }

    @Test(arguments: ["--progress never --quiet", "2>&1 | cat >&2"])
    func nobodyElseSeesIt(options: String) throws {
      let seen = try desk.terminal("\(Self.line) NOW > rows \(options)")
      #expect(seen.status == 0)
      #expect(!seen.outputText.contains("\u{1B}"), "\(seen.outputText)")
      #expect(!seen.outputText.contains("calls"), "\(seen.outputText)")
    }

    @Test func rowsAtATerminalAreATable() throws {
      let seen = try desk.terminal("angelx fetch-chain NIFTY --strikes 0 --quiet NOW")
      #expect(seen.outputText.contains("strike ₹"), "\(seen.outputText)")
      #expect(!seen.outputText.contains("{"))
    }
  }
}

extension ChainDesk {
  /// Runs a line at a terminal of its own; the output is what was seen there.
  fileprivate func terminal(_ line: String) throws -> Program.Result {
    try Program.terminal(
      line.replacing("NOW", with: "--now \(time())"), environment: environment, in: home.url)
  }
}
