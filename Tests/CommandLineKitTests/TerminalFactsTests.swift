import CommandLineKit
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct TerminalFactsTests {
  @Test func pipeIsNoTerminal() throws {
    // A descriptor that is not open is no terminal either, and has no width.
    let facts = TerminalFacts(descriptor: -1, environment: [:])
    #expect(facts == .none)
    #expect(facts.width == 80)
  }

  @Test func terminalTellsItsWidth() throws {
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    var size = winsize(ws_row: 24, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    let facts = TerminalFacts(descriptor: terminal, environment: [:])
    #expect(facts == TerminalFacts(isTerminal: true, width: 132, style: .colored))
    #expect(TerminalFacts(descriptor: terminal, environment: ["COLUMNS": "90"]).width == 90)
  }

  @Test(arguments: [("120", 120), ("20", 20), ("19", 80), ("0", 80), ("wide", 80), ("9999", 80)])
  func columnsSetTheWidth(columns: String, width: Int) {
    #expect(TerminalFacts(descriptor: -1, environment: ["COLUMNS": columns]).width == width)
  }

  @Test(
    arguments: [
      (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], .colored), (.never, true, [:], .plain),
      (.auto, true, ["TERM": "xterm"], .colored), (.auto, true, [:], .colored),
      (.auto, false, ["TERM": "xterm"], .plain), (.auto, true, ["TERM": "dumb"], .plain),
      (.auto, true, ["NO_COLOR": "1"], .plain), (.auto, true, ["NO_COLOR": ""], .colored),
    ] as [(ColorChoice, Bool, Environment, Style)])
  func choosesColour(
    choice: ColorChoice, isTerminal: Bool, environment: Environment, style: Style
  ) {
    #expect(Style(choice, isTerminal: isTerminal, environment) == style)
  }

  @Test func paintsOnlyInColour() {
    #expect(Style.colored.paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
    #expect(Style.colored.paint("", .red) == "")
    #expect(Style.colored.paint("x", nil) == "x")
    #expect(Style.plain.paint("x", .bold) == "x")
  }
}
