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

  @Test(arguments: [
    ("--candles 5m --instruments", "--candles and --instruments cannot be used together"),
    ("--candles 5m --strikes 3", "--strikes is about chains, and --candles fetches none"),
    ("--instruments --changed", "--changed is about chains, and --instruments fetches none"),
    ("--candles 5m --keep", "--keep is about chains, and --candles fetches none"),
    ("--health --expiry next", "--expiry is about chains, and --health fetches none"),
    ("--health --record folder", "--health asks nobody"),
    ("--health --replay folder", "a recording has no sessions"),
    ("--log-in --dry-run", "--dry-run is about chains, and --log-in fetches none"),
    ("--from FILE --strikes 3", "--strikes is for brokers, and --from asks none"),
    ("--watch 1m", "say with --until when it ends"),
    ("--warm --changed", "--warm writes nothing"),
    ("--stream 5s --order strike", "--order is about chains"),
  ])
  func whatSaysNothingTogetherIsRefused(options: String, problem: String) throws {
    let result = try run("angelx fetch-chain \(options)")
    #expect(result.status == 64 && result.outputText.isEmpty)
    #expect(result.errorText.contains(problem), "\(result.errorText)")
  }

  @Test func theSameFileMayComeTwice() throws {
    #expect(try run("angelx fetch-chain --from FILE --keep --store other").errorText.isEmpty)
    for expected in ["92 rows, 92 of them new", "92 rows, 0 of them new"] {
      let kept = try run("angelx fetch-chain --from FILE --keep --verbose 2>&1 >/dev/null")
      #expect(kept.status == 0)
      #expect(kept.outputText.contains(expected), "\(kept.outputText)")
    }
    #expect(try rows(of: "quotes")?.contains(",92") == true)
  }

  @Test func severalAtOnceKeepEveryRowOnce() throws {
    let line = "angelx fetch-chain --from FILE --keep --output rows"
    let all = (0..<6).map { "\(line)\($0) &" }.joined(separator: " ") + " wait"
    #expect(try run(all).errorText.isEmpty)
    #expect(try rows(of: "quotes")?.contains(",92") == true)
    let first = try String(contentsOfFile: scratch("rows0"), encoding: .utf8)
    for number in 1..<6 {
      #expect(try String(contentsOfFile: scratch("rows\(number)"), encoding: .utf8) == first)
    }
  }

  @Test func rowsOfOursAreKeptAsThoseOfTheFile() throws {
    _ = try run("angelx fetch-chain --from FILE | angelx fetch-chain --from - --keep > own")
    #expect(try rows(of: "quotes")?.contains(",92") == true)
    let again = try run("angelx fetch-chain --from FILE --keep --verbose 2>&1 >/dev/null")
      .outputText
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

  @Test func aRowBeyondAllBoundsCostsNoOther() throws {
    let result = try run(
      "unzip() { python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
        + "sys.stdout.buffer.write(z.read(z.namelist()[0]))' \"$1\"; }; unzip FILE > all.csv; "
        + "sed '5s/,119.05,/,9999999999999999,/;6s/,NIFTY,,/,nifty fifty,,/' all.csv > broken.csv; "
        + "cmp -s all.csv broken.csv && echo same; angelx fetch-chain --from broken.csv --keep | wc -l"
    )
    let rejected = result.errorText.split(separator: "\n").count { $0.contains("record skipped") }
    #expect(rejected > 0 && !result.outputText.contains("same"))
    #expect(result.outputText.trimmingCharacters(in: .whitespacesAndNewlines) == "\(92 - rejected)")
    #expect(try rows(of: "quotes")?.contains(",\(92 - rejected)") == true)
  }

  @Test func listsOfInstrumentsAreNoQuotes() throws {
    let rows = """
      [{"token":"58784","symbol":"NIFTY23NOV2624500CE","name":"NIFTY","expiry":"23NOV2026",\
      "strike":"2450000.0","lotsize":"65","instrumenttype":"OPTIDX","exch_seg":"NFO"}]
      """
    try scratch.put("list.json", rows)
    let result = try run("angelx fetch-chain --from list.json --keep --verbose 2>&1 >/dev/null")
    #expect(result.outputText.contains("1 rows, 0 of them new"))
  }

  @Test func itsOwnRowsAreReadAgain() throws {
    _ = try run("angelx fetch-chain --from FILE > once; angelx fetch-chain --from once > twice")
    #expect(try run("cmp once twice").status == 0)
    let future = try run(
      "head -c 0 FILE; printf '%s\\n' '{\"kind\":\"index\",\"ts\":\"2026-11-20T15:30:00+05:30\",\"underlying\":"
        + "\"NIFTY\",\"ltp\":24512.35,\"prev_close\":24401.1}' | angelx fetch-chain nifty --from - --expiry nearest"
    )
    #expect(future.status == 0 && future.outputText.contains("24512.35"))
  }
}
