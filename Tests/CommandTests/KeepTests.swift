import Foundation
import TestSupport
import Testing

/// Rows that commands keep in the store, and what a rehearsal says of them.
struct KeepTests {
  private let scratch: Scratch
  private static let file = Checkout.root.appending(path: "Samples/bhavcopy.csv.zip").path

  init() throws {
    scratch = try Scratch()
    _ = try run("angelx fetch-chain --from FILE > rows.jsonl")
  }

  @discardableResult
  private func run(_ line: String) throws -> Program.Result {
    try Program.shell(
      line.replacing("FILE", with: Self.file),
      environment: ["HOME": scratch.path, "ANGELX_HOME": scratch("home")], in: scratch.url)
  }

  /// Commands that keep the 92 rows of the sample, with the table that they go into.
  private static let keeping = [
    ("angelx fetch-chain --from rows.jsonl --keep", "quotes"),
    ("angelx greeks --price-from ltp rows.jsonl --keep", "greeks"),
  ]

  /// How many rows a table has, as the program itself counts them.
  private func count(of table: String) throws -> Int? {
    let lines = try run("angelx validate-config --store-check --format csv").outputText
    let line = lines.split(separator: "\n").first { $0.contains("rows,\(table),") }
    return line.flatMap { line in line.split(separator: ",").compactMap { Int($0) }.first }
  }

  /// What the home holds: names and contents.
  private func home() -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch("home"))) ?? []
    let files = names.map { name in
      (name, FileManager.default.contents(atPath: scratch("home/\(name)")) ?? Data())
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  @Test(arguments: keeping)
  func whatIsThereStays(line: String, table: String) throws {
    let plain = try run(line.replacing(" --keep", with: ""))
    for expected in ["92 rows, 92 of them new", "92 rows, 0 of them new"] {
      let kept = try run(line + " --verbose")
      #expect(kept.status == 0)
      #expect(kept.output == plain.output)
      #expect(kept.errorText.contains(expected), "\(kept.errorText)")
    }
    #expect(try count(of: table) == 92)
    #expect(try run(line).errorText.isEmpty)
  }

  @Test(arguments: keeping)
  func aRehearsalLeavesNothingBehind(line: String, table: String) throws {
    let plain = try run(line.replacing(" --keep", with: ""))
    let first = try run(line + " --dry-run")
    #expect(first.status == 0)
    #expect(first.output == plain.output)
    #expect(first.errorText.contains(": 92 rows would be new in the store, 0 are there already\n"))
    #expect(!FileManager.default.fileExists(atPath: scratch("home")))
    // One that names its store makes none either.
    #expect(try run(line + " --dry-run --store other.db").status == 0)
    #expect(!FileManager.default.fileExists(atPath: scratch("other.db")))

    let half = line.replacing("rows.jsonl", with: "half.jsonl")
    try run("head -40 rows.jsonl > half.jsonl; \(half) | wc -l")
    let before = home()
    #expect(before["angelx.db"] != nil)
    let second = try run(line + " --dry-run")
    #expect(second.errorText.contains(": 52 rows would be new in the store, 40 are there already"))
    #expect(home() == before)
    #expect(try count(of: table) == 40)
  }

  @Test(arguments: keeping)
  func aRowThatComesTwiceWouldBeNewOnce(line: String, table: String) throws {
    let twice = line.replacing("rows.jsonl", with: "twice.jsonl")
    let rehearsal = try run("cat rows.jsonl rows.jsonl > twice.jsonl; \(twice) --dry-run")
    #expect(
      rehearsal.errorText.contains(": 92 rows would be new in the store, 92 are there already"))
    #expect(try run(twice + " --verbose").errorText.contains("184 rows, 92 of them new"))
  }

  @Test(arguments: keeping)
  func severalAtOnceKeepEveryRowOnce(line: String, table: String) throws {
    let all = (0..<4).map { "\(line) --output out\($0) &" }.joined(separator: " ") + " wait"
    #expect(try run(all).errorText.isEmpty)
    #expect(try count(of: table) == 92)
  }

  @Test(arguments: keeping)
  func aQuietRehearsalSaysNothing(line: String, table: String) throws {
    #expect(try run(line + " --dry-run --quiet").errors.isEmpty)
  }

  // MARK: Greeks

  private static let row =
    #"{"kind":"quote","ts":"2026-11-20T10:00:00+05:30","underlying":"NIFTY","symbol":"NAME","#
    + #""expiry":"2026-11-24","strike":24000,"right":"CE","ltp":PRICE,"forward":24000}"#

  private func put(_ rows: [(name: String, price: String)]) throws {
    let lines = rows.map {
      Self.row.replacing("NAME", with: $0.name).replacing("PRICE", with: $0.price)
    }
    try scratch.put("own.jsonl", lines.joined(separator: "\n") + "\n")
  }

  @Test func anOptionWithoutAnAnswerLeavesItsPlaceToOneWith() throws {
    try put([("NIFTY24NOV2624000CE", "null")])
    let line = "angelx greeks own.jsonl --keep --verbose"
    let none = try run(line)
    #expect(
      none.errorText.contains(
        "1 rows, 0 of them new in the store; 1 are of a kind that is not kept"))
    try put([("NIFTY24NOV2624000CE", "120")])
    #expect(try run(line).errorText.contains("1 rows, 1 of them new in the store\n"))
  }

  @Test func unitsOfTheOutputDoNotMatter() throws {
    try put([("A", "120")])
    #expect(try run("angelx greeks own.jsonl --keep --units raw --greeks delta").status == 0)
    let people = try run("angelx greeks own.jsonl --format csv --fields iv,theta,vega,rho")
    let kept = try run(
      "python3 -c \"import sqlite3; c = sqlite3.connect('home/angelx.db'); "
        + "print(*('%.6f,%.4f,%.4f,%.6f' % r for r in "
        + "c.execute('SELECT iv, theta, vega, rho FROM greeks')))\""
    ).outputText.trimmingCharacters(in: .newlines).split(separator: ",").compactMap { Double($0) }
    let wanted = people.outputText.split(separator: "\n").last?.split(separator: ",")
      .compactMap { Double($0) }
    let pairs = zip(kept, try #require(wanted))
    #expect(kept.count == 4)
    for (kept, wanted) in pairs { #expect(abs(kept - wanted) < 1e-3) }
  }

  @Test func rowsWithoutASymbolAreToldApart() throws {
    let cut = "sed 's/\"symbol\":\"[^\"]*\",//' rows.jsonl > cut.jsonl"
    let greeks = try run("\(cut); angelx greeks --price-from ltp cut.jsonl --keep --verbose")
    #expect(greeks.errorText.contains("92 rows, 92 of them new"))
    let quotes = try run("angelx fetch-chain --from cut.jsonl --keep --verbose")
    #expect(quotes.errorText.contains("92 rows, 92 of them new"), "\(quotes.errorText)")
    // They are the same contracts as those with their symbols.
    #expect(
      try run("angelx greeks --price-from ltp rows.jsonl --keep --dry-run").errorText
        .contains("0 rows would be new"))
  }

  @Test func aStoreThatIsNoneEndsTheRunBeforeAnything() throws {
    try scratch.put("home/angelx.db", Array("no store".utf8), permissions: 0o600)
    for options in ["--keep", "--keep --dry-run"] {
      let result = try run("angelx greeks rows.jsonl \(options)")
      #expect(result.status == 65)
      #expect(result.outputText.isEmpty)
    }
    #expect(home()["angelx.db"] == Data("no store".utf8))
  }
}
