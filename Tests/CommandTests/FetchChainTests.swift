import Foundation
import TestSupport
import Testing

/// Chains out of files, as they go into the store.
struct FetchChainTests {
  private let scratch: Scratch
  private static let file = Checkout.root.appending(path: "Samples/bhavcopy.csv.zip").path

  init() throws {
    scratch = try Scratch()
  }

  private func run(_ line: String) throws -> Program.Result {
    try Program.shell(
      line.replacing("FILE", with: Self.file),
      environment: ["HOME": scratch.path, "ANGELX_HOME": scratch("home")], in: scratch.url)
  }

  /// How many rows the tables of the store have, as the program itself counts them.
  private func rows(of table: String) throws -> String? {
    let lines = try run("angelx validate-config --store-check --format csv").outputText
    return lines.split(separator: "\n").first { $0.contains("rows,\(table),") }.map(String.init)
  }

  @Test func theSameFileMayComeTwice() throws {
    for expected in ["92 rows, 92 of them new", "92 rows, 0 of them new"] {
      let kept = try run("angelx fetch-chain --from FILE --keep 2>&1 >/dev/null")
      #expect(kept.status == 0)
      #expect(kept.outputText.contains(expected), "\(kept.outputText)")
    }
    #expect(try rows(of: "quotes")?.contains(",92") == true)
  }

  @Test func severalAtOnceKeepEveryRowOnce() throws {
    let line = "angelx fetch-chain --from FILE --keep --jobs 2 --output rows"
    let all = (0..<6).map { "\(line)\($0) &" }.joined(separator: " ") + " wait"
    #expect(try run(all).errorText.contains("new in the store"))
    #expect(try rows(of: "quotes")?.contains(",92") == true)
    let first = try String(contentsOfFile: scratch("rows0"), encoding: .utf8)
    for number in 1..<6 {
      #expect(try String(contentsOfFile: scratch("rows\(number)"), encoding: .utf8) == first)
    }
  }

  @Test func rowsOfOursAreKeptAsThoseOfTheFile() throws {
    _ = try run("angelx fetch-chain --from FILE | angelx fetch-chain --from - --keep > own")
    #expect(try rows(of: "quotes")?.contains(",92") == true)
    let again = try run("angelx fetch-chain --from FILE --keep 2>&1 >/dev/null").outputText
    #expect(again.contains("92 rows, 0 of them new"), "\(again)")
  }

  @Test func aStoreThatCannotBeOpenedIsSaidBeforeAnythingIsRead() throws {
    let result = try run("mkdir -p home/angelx.db; angelx fetch-chain --from FILE --keep")
    #expect(result.status != 0)
    #expect(result.outputText.isEmpty)
  }

  @Test func threadsDoNotMatter() throws {
    let one = try run("angelx fetch-chain --from FILE --jobs 1")
    let many = try run("angelx fetch-chain --from FILE --jobs 5")
    #expect(one.output == many.output)
    #expect(one.output.split(separator: 10).count == 92)
  }
}
