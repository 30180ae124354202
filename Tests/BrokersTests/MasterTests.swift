import Market
import Records
import Scalars
import Testing

@testable import Brokers

@Suite struct MasterTests {
  /// Reads a list in pieces of a size.
  private func read(
    _ bytes: [UInt8], size: Int = 65_536
  ) throws -> (table: InstrumentTable, summary: MasterSummary) {
    var (master, table) = (SmartAPIMaster(), InstrumentTable())
    for start in stride(from: 0, to: bytes.count, by: size) {
      try master.add(bytes.span.extracting(start..<min(start + size, bytes.count)), to: &table)
    }
    try master.finish()
    return (table, master.summary)
  }

  private func read(_ text: String, size: Int = 65_536) throws -> InstrumentTable {
    try read(Array(text.utf8), size: size).table
  }

  static let option =
    #"{"token":"58784","symbol":"NIFTY28OCT2524400CE","name":"NIFTY","expiry":"28OCT2025","#
    + #""strike":"2440000.000000","lotsize":"75","instrumenttype":"OPTIDX","exch_seg":"NFO","#
    + #""tick_size":"5.000000"}"#
  static let index =
    #"{"token":"99926000","symbol":"Nifty 50","name":"NIFTY","expiry":"","strike":"0.000000","#
    + #""lotsize":"1","instrumenttype":"AMXIDX","exch_seg":"NSE","tick_size":"0.000000","#
    + #""freeze_qty":"0","is_cas_enabled":false}"#

  /// A row with words beside its texts, as the broker writes them, and a number.
  static let wordy = option.replacing(
    "}", with: #","freeze_qty":1800,"is_cas_enabled":false,"new":null}"#)

  /// A row that is written like the one before it is not read name by name.
  @Test(arguments: [option, index, wordy, "{ \"token\" : \"1\" , \"a\":-0.5 }"])
  func whatIsWrittenAlikeIsRecognised(row: String) {
    var (scan, fields) = (MasterRowScan(), MasterFields())
    let other = row.replacing("false", with: "true").replacing("1", with: "22")
    let bytes = Array("\(row)\(other) ".utf8)
    let first = scan.scan(bytes.span, from: 0)
    guard case .row(let end) = first else {
      Issue.record("\(row) is not read")
      return
    }
    let second = scan.model.read(bytes.span, from: end, into: &fields)
    #expect(second == bytes.count - 1)
  }

  /// The two rows that the contract shows.
  @Test(arguments: [1, 2, 3, 7, 64, 100, 250, 1000])
  func readsTheSampleRows(size: Int) throws {
    let table = try read(" [ \(Self.option) ,\n\(Self.index) ] \r\n", size: size)
    #expect(table.count == 2)
    let option = table[0]
    #expect(option.key == InstrumentKey(.nfo, "58784") && option.symbol == "NIFTY28OCT2524400CE")
    #expect(
      option.contract
        == Contract(
          underlying: "NIFTY", expiry: try day("2025-10-28"),
          terms: .option(strike: paise(2_440_000), right: .call)))
    #expect(option.lot == 75 && option.tick == paise(5) && option.freeze == nil)
    #expect(option.kind == .option)
    let index = table[1]
    #expect(index.kind == .index && index.symbol == "Nifty 50" && index.underlying == "NIFTY")
    #expect(index.expiry == nil && index.strike == nil && index.right == nil && index.tick == nil)
    #expect(index.contract == nil && index.lot == 1 && index.freeze == nil)
  }

  @Test(arguments: [
    #""2440000.000000""#, #""2440000.0""#, #""2440000""#, "2440000", "2440000.00",
  ])
  func readsEverySpellingOfAStrike(strike: String) throws {
    let text = Self.option.replacing(#""2440000.000000""#, with: strike)
    #expect(try read("[\(text)]")[0].strike == paise(2_440_000))
  }

  /// Spaces, escapes, new fields, nested ones, numbers, another order, and fields that are missing.
  @Test(arguments: [
    option.replacing(":", with: " : ").replacing(",", with: "\n,\t"),
    option.replacing("NIFTY28", with: #"\u004eIFTY28"#),
    option.replacing(#""token""#, with: #""\u0074oken""#),
    option.replacing("}", with: #","a":{"token":"1"},"b":[1,"]}"],"c":null,"d":1.5e3,"e":-0.5}"#),
    option.replacing(
      "}",
      with: #","a_name_that_is_longer_than_sixteen":"x","a_name_that_is_longer_than_sixteens":1}"#),
    option.replacing(
      "}", with: #","k1":1,"k2":1,"k3":1,"k4":1,"k5":1,"k6":1,"k7":1,"k8":1,"k9":1,"k10":1}"#),
    option.replacing("}", with: #","näme":"₹"}"#),
    option.replacing(#""75""#, with: "75").replacing(#""58784""#, with: "58784"),
    #"{"tick_size":"5","lotsize":"75","strike":"2440000","exch_seg":"NFO","instrumenttype":"OPTIDX","expiry":"28OCT2025","name":"NIFTY","symbol":"NIFTY28OCT2524400CE","token":"58784"}"#,
  ])
  func readsWhatIsUnusual(row: String) throws {
    for size in [1, 33, 100_000] {
      let table = try read(
        "[\(Self.index),\(row),\(Self.index.replacing("99926000", with: "2"))]", size: size)
      #expect(table.count == 3)
      #expect(try table[1] == read("[\(Self.option)]")[0])
    }
  }

  @Test func toleratesWhatIsMissing() throws {
    let row = #"{"token":"1","symbol":"ABC-EQ","name":null,"exch_seg":"NSE","strike":"-1.000000"}"#
    let share = try read("[\(row)]")[0]
    #expect(share.kind == .equity && share.lot == nil && share.tick == nil && share.strike == nil)
    #expect(share.underlying.isEmpty && share.expiry == nil)
  }

  static let flaws: [(sound: String, broken: String, flaw: MasterFlaw)] = [
    (#""token":"58784","#, "", .token), ("58784", "58A84", .token), ("58784", "", .token),
    (#""NFO""#, #""NEW""#, .segment), (#""NFO""#, "null", .segment),
    ("NIFTY28OCT2524400CE", "NIFTY 24400CE", .symbol), ("NIFTY28OCT2524400CE", "", .symbol),
    ("NIFTY28OCT2524400CE", "NIFTY<b>CE", .symbol), ("NIFTY28OCT2524400CE", "₹CE", .symbol),
    ("28OCT2025", "28XXX2025", .expiry), ("28OCT2025", "31SEP2025", .expiry),
    ("28OCT2025", "28OCT25", .expiry), ("28OCT2025", "28oct2025", .expiry),
    ("2440000.000000", "2440000.500000", .number), ("2440000.000000", "x", .number),
    ("2440000.000000", "1e6", .number), ("2440000.000000", "9999999999999999999", .number),
    (#""75""#, #""7.5""#, .number), (#""75""#, #""-75""#, .number),
    (#""75""#, #""99999999999""#, .number), ("5.000000", "0.250000", .number),
    ("2440000.000000", "-1.000000", .contract), ("2440000.000000", "0.000000", .contract),
    ("28OCT2025", "", .contract), ("24400CE", "24400XX", .contract),
    (#""OPTIDX""#, #""FUTIDX""#, .contract), (#""name":"NIFTY""#, #""name":"""#, .contract),
  ]

  @Test(arguments: flaws)
  func aRowWithAFlawIsLeftOutAndCounted(sound: String, broken: String, flaw: MasterFlaw) throws {
    var row = Self.option.replacing(sound, with: broken)
    if broken.contains("FUTIDX") { row = row.replacing("28OCT2025", with: "") }
    let (table, summary) = try read(Array("[\(Self.index),\(row),\(Self.option)]".utf8))
    #expect(table.count == 2 && summary.rows == 3 && summary.skipped == 1)
    #expect(summary.flaws == [flaw: 1])
  }

  @Test func aCurrencysStrikeHasAFurtherFactor() throws {
    let row =
      #"{"token":"9","symbol":"USDINR28OCT2583.25CE","name":"USDINR","expiry":"28OCT2025","strike":"832500000.0","lotsize":"1","instrumenttype":"OPTCUR","exch_seg":"CDS","tick_size":"1"}"#
    #expect(try read("[\(row)]")[0].strike == paise(8325))
  }

  @Test(arguments: [1, 10, 1000])
  func aListThatWasCutIsRefused(size: Int) throws {
    let whole = Array("[\(Self.option),\(Self.index)]\n".utf8)
    for count in 0..<whole.count - 2 {
      #expect(throws: MasterProblem.self) { try read(Array(whole.prefix(count)), size: size) }
    }
    #expect(throws: MasterProblem.truncated(rows: 1)) {
      try read("[\(Self.option),", size: size)
    }
    #expect(throws: MasterProblem.truncated(rows: 1)) {
      try read("[\(Self.option)", size: size)
    }
  }

  @Test(arguments: [
    ("", MasterProblem.empty), (" \n", .empty), ("[]", .empty), ("[ ]", .empty),
    ("{}", .notAList), ("<html>", .notAList), ("null", .notAList), ("[1]", .badList(rows: 0)),
    ("[,", .badList(rows: 0)), ("[\(option) \(option)]", .badList(rows: 1)),
    ("[\(option),]", .badList(rows: 1)), ("[\(option)}", .badList(rows: 1)),
    ("[\(option)] x", .textBehindEnd), ("[\(option)][]", .textBehindEnd),
  ])
  func whatIsNoListIsRefused(text: String, problem: MasterProblem) {
    for size in [1, 5, 10_000] {
      #expect(throws: problem) { try read(text, size: size) }
    }
  }

  @Test(arguments: [
    #"{"token":"1","token":"2"}"#, #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"{"token":1,}"#,
    #"{"token" "1"}"#, #"{"a":tru}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":"\x"}"#, #"{"a":}"#,
    #"{'a':1}"#, #"{"a":]}"#, "{\"a\":\"\t\"}", "{\"a\":\"\u{0}\"}",
    #"{"a_name_that_is_longer_than_sixteen":1,"a_name_that_is_longer_than_sixteen":1}"#,
    #"{"a":\#(String(repeating: "[", count: 40))\#(String(repeating: "]", count: 40))}"#,
  ])
  func aRowThatIsNoJSONIsRefused(row: String) {
    for size in [1, 9, 10_000] {
      #expect {
        try read("[\(Self.option),\(row),\(Self.option)]", size: size)
      } throws: { error in
        guard case .malformed(row: 2, _)? = error as? MasterProblem else { return false }
        return true
      }
    }
  }

  /// A row that is written nearly like the one before is read as if it were the first.
  @Test(arguments: Array("\"\\{}[],:n09 \t\u{7F}".utf8) + [0, 0xE2])
  func aRowIsReadTheSameBehindOneLikeIt(byte: UInt8) {
    struct Reading: Equatable {
      var row: ListedInstrument?
      var flaws: [MasterFlaw: Int] = [:]
      var problem: MasterProblem?
    }
    func reading(_ rows: [[UInt8]], size: Int = 65_536) -> Reading {
      let list = [UInt8(ascii: "[")] + rows.joined(separator: [UInt8(ascii: ",")])
      do {
        let (table, summary) = try read(list + [UInt8(ascii: "]")], size: size)
        return Reading(
          row: table.count == rows.count ? table[rows.count - 1] : nil, flaws: summary.flaws)
      } catch {
        return Reading(problem: (error as? MasterProblem)?.ofRow(behind: rows.count - 1))
      }
    }
    let sound = Array(Self.wordy.utf8)
    for size in [1, 7, 64] {
      #expect(reading([sound, sound, sound], size: size) == reading([sound]))
    }
    // What stands before the brace is for the list to judge.
    for place in sound.indices.dropFirst() {
      var row = sound
      row[place] = byte
      #expect(reading([sound, sound, row]) == reading([row]), "\(byte) at \(place)")
      row.insert(sound[place], at: place)
      #expect(reading([sound, sound, row]) == reading([row]), "\(byte) before \(place)")
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    for bad in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let bytes = Array(#"[{"a":""#.utf8) + bad + Array(#""}]"#.utf8)
      #expect(throws: MasterProblem.self) { try read(bytes) }
    }
  }

  @Test func aRowWithoutEndDoesNotFillTheMemory() {
    for start in [#"[{"a":""#, #"[{"a":"\n"#, #"[{"a":[1,"#, "[{ "] {
      var (master, table) = (SmartAPIMaster(), InstrumentTable())
      let filling = Array(repeating: UInt8(ascii: " "), count: 1000)
      #expect(throws: MasterProblem.tooLong(row: 1)) {
        try master.add(Array(start.utf8).span, to: &table)
        for _ in 0..<200 { try master.add(filling.span, to: &table) }
      }
    }
  }

  @Test func aShrunkenListIsSuspicious() {
    var summary = MasterSummary()
    summary.rows = 500
    #expect(summary.mayReplace(oneOf: 1000) && !summary.mayReplace(oneOf: 1001))
    #expect(summary.mayReplace(oneOf: 0))
  }

  @Test(arguments: [UInt64(7), 8])
  func readsAMadeMasterWhole(seed: UInt64) throws {
    let made = MadeMaster(rows: 3000, seed: seed)
    let (table, summary) = try read(made.json, size: 4099)
    #expect(table.count == made.rows.count && summary.rows == 3000 && summary.skipped == 0)
    #expect(table.unfit == 0)
    for (number, row) in made.rows.enumerated() {
      let read = table[number]
      guard read.key.token == row.token, read.key.segment.name == row.segment,
        read.symbol == row.symbol, read.underlying == row.name, read.lot == row.lot,
        read.expiry == Day(brokerText: row.expiry),
        read.strike?.paise == (row.strike > 0 ? row.strike : nil),
        read.tick?.paise == (row.tick == 0 ? nil : row.tick),
        read.right?.rawValue == (row.strike > 0 ? String(row.symbol.suffix(2)) : nil)
      else {
        Issue.record("\(row) was read as \(read)")
        return
      }
    }
  }

  @Test func findsEverySymbol() throws {
    let made = MadeMaster(rows: 3000, seed: 9)
    let index = InstrumentIndex(try read(made.json).table)
    for (number, row) in made.rows.enumerated() {
      #expect(index.named(row.symbol).contains(index.table[number]))
    }
    #expect(index.named("NIFTY50").isEmpty && index.named("").isEmpty)
    let other = Self.option.replacing("58784", with: "58785")
    let twice = InstrumentIndex(try read("[\(Self.option),\(Self.index),\(other)]"))
    #expect(twice.named("NIFTY28OCT2524400CE").map(\.key.token) == ["58784", "58785"])
  }

  @Test func findsAllThatMayBeOnAnUnderlying() throws {
    let made = MadeMaster(rows: 3000, seed: 10)
    let index = InstrumentIndex(try read(made.json).table)
    let all = (0..<index.table.count).map { index.table[$0] }
    let indices = all.filter { $0.kind == .index }
    for name in Set(made.rows.map(\.name)) {
      let wanted = all.filter {
        $0.underlying == name && ($0.kind == .option || $0.kind == .future)
      }
      #expect(index.candidates(for: name) == indices + wanted)
    }
    #expect(index.candidates(for: "NIFT") == indices && indices.count == 4)
  }
}

extension MasterProblem {
  /// What is wrong, as if no rows stood before.
  fileprivate func ofRow(behind count: Int) -> MasterProblem {
    switch self {
    case .truncated(let rows): .truncated(rows: rows - count)
    case .malformed(let row, let problem): .malformed(row: row - count, problem)
    case .tooLong(let row): .tooLong(row: row - count)
    case .badList(let rows): .badList(rows: rows - count)
    case .notAList, .empty, .textBehindEnd: self
    }
  }
}
