import CommandLineKit
import Testing
import TestSupport

@Suite struct TextTableTests {
  private static let columns = [
    TableColumn("symbol"), TableColumn("price", unit: "₹", alignment: .trailing),
    TableColumn("note"),
  ]

  private func terminal(_ width: Int, _ style: Style = .plain) -> TerminalFacts {
    TerminalFacts(isTerminal: true, width: width, style: style)
  }

  @Test func alignsTextAndNumbers() {
    var table = TextTable(Self.columns, .none)
    #expect(table.add(["NIFTY", "1,05.5", "漢字"]) == "")
    #expect(table.add(["X", "2", ""]) == "")
    #expect(
      table.flush() == """
        symbol  price ₹  note
        NIFTY    1,05.5  漢字
        X             2

        """)
    #expect(table.flush() == "")
  }

  @Test func emptyTableIsItsHeading() {
    var table = TextTable(Self.columns, .none)
    #expect(table.flush() == "")
    #expect(table.finish() == "symbol  price ₹  note\n")
    #expect(table.finish() == "")
  }

  @Test func finishGivesOutWhatIsLeft() {
    var table = TextTable([TableColumn("a")], .none)
    _ = table.add(["x"])
    #expect(table.finish() == "a\nx\n")
  }

  @Test func minimumWidthIsKeptForLaterRows() {
    var table = TextTable([TableColumn("a", minimumWidth: 4), TableColumn("b")], terminal(40))
    _ = table.add(["x", "y"])
    #expect(table.flush() == "a     b\nx     y\n")
    #expect(table.add(["12345", "z"]) == "123…  z\n")
  }

  @Test func nothingIsCutWhereThereIsNoTerminal() {
    var table = TextTable([TableColumn("a"), TableColumn("b")], .none)
    _ = table.add(["x", "y"])
    #expect(table.flush() == "a  b\nx  y\n")
    #expect(table.add(["12345", "z"]) == "12345  z\n")
  }

  @Test func laterRowsKeepTheWidths() {
    var table = TextTable(Self.columns, terminal(40))
    _ = table.add(["NIFTY", "1", "short"])
    _ = table.flush()
    #expect(table.add(["A", "2", "b"]) == "A             2  b\n")
    #expect(table.add(["BANKNIFTY", "3", "longer than before"]) == "BANKN…        3  long…\n")
  }

  @Test func aColumnThatIsKeptWholeIsNeverCut() {
    let columns = [
      TableColumn("symbol", isKeptWhole: true, rank: 1), TableColumn("a long title of a note"),
    ]
    var table = TextTable(columns, terminal(32))
    _ = table.add(["NIFTY23NOV2624500CE", "x"])
    #expect(table.flush() == "symbol               a long tit…\nNIFTY23NOV2624500CE  x\n")
    #expect(table.add(["BANKNIFTY23NOV2652000CE", "y"]) == "BANKNIFTY23NOV2652000CE  y\n")
  }

  @Test func numbersAreNeverCut() {
    var table = TextTable(Self.columns, terminal(40))
    _ = table.add(["NIFTY", "1", "short"])
    _ = table.flush()
    #expect(table.add(["A", "12,34,567.00", "b"]) == "A       12,34,567.00  b\n")
  }

  @Test func rowsAreHeldBackUntilThereAreEnough() {
    var table = TextTable([TableColumn("n", alignment: .trailing)], .none)
    for row in 1..<TextTable.sampleSize {
      #expect(table.add([TableCell(String(row))]) == "")
    }
    let text = table.add(["100"])
    #expect(text.split(separator: "\n").count == TextTable.sampleSize + 1)
    #expect(text.hasPrefix("  n\n  1\n"))
    #expect(table.add(["7"]) == "  7\n")
  }

  @Test func rowOfAnotherLengthTraps() async {
    await #expect(processExitsWith: .failure) {
      var table = TextTable([TableColumn("a")], .none)
      _ = table.add(["x", "y"])
    }
  }

  @Test func widestTextShrinksFirst() {
    var table = TextTable(Self.columns, terminal(30))
    _ = table.add(["A-RATHER-LONG-SYMBOL", "1", "text"])
    #expect(
      table.flush() == """
        symbol           price ₹  note
        A-RATHER-LONG-…        1  text

        """)
    #expect(table.omittedTitles == [])
  }

  @Test func lowestRankIsLeftOutFirst() {
    let columns = [
      TableColumn("aa", alignment: .trailing, rank: 2),
      TableColumn("bb", alignment: .trailing), TableColumn("cc", alignment: .trailing),
      TableColumn("dd", alignment: .trailing, rank: 1),
    ]
    var table = TextTable(columns, terminal(20))
    _ = table.add(["12345678", "12345678", "12345678", "12345678"])
    #expect(table.flush() == "      aa        dd\n12345678  12345678\n")
    #expect(table.omittedTitles == ["bb", "cc"])
  }

  @Test func oneColumnAlwaysStays() {
    var table = TextTable([TableColumn("a", alignment: .trailing)], terminal(20))
    _ = table.add([TableCell(String(repeating: "9", count: 30))])
    #expect(table.flush().contains(String(repeating: "9", count: 30)))
  }

  @Test func colourIsOnTheTextAlone() {
    var table = TextTable([TableColumn("a"), TableColumn("b")], terminal(40, .colored))
    _ = table.add([TableCell("no", .red), "x"])
    #expect(
      table.flush()
        == "\u{1B}[1ma\u{1B}[0m   \u{1B}[1mb\u{1B}[0m\n\u{1B}[31mno\u{1B}[0m  x\n")
  }

  @Test func foreignTextCannotDisturbTheTerminal() {
    var table = TextTable([TableColumn("a")], .none)
    _ = table.add([TableCell("x\u{1B}[2J\u{202E}")])
    #expect(table.flush().hasSuffix("x\\u{1b}[2J\\u{202e}\n"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func linesOfTheSampleFitTheTerminal(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let columns = (0..<8).map { TableColumn("c\($0)", rank: Int.random(in: 0...3, using: &random)) }
    let width = Int.random(in: 20...100, using: &random)
    var table = TextTable(columns, terminal(width))
    for _ in 0..<20 {
      _ = table.add(
        columns.map { _ in
          let letters = (0..<Int.random(in: 0...30, using: &random)).map { _ in
            ["a", "漢", "é", "🙂"].randomElement(using: &random) ?? ""
          }
          return TableCell(letters.joined())
        })
    }
    for line in table.flush().split(separator: "\n") { #expect(line.displayWidth <= width) }
  }
}
