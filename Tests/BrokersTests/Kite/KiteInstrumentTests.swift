import Brokers
import Market
import Records
import Scalars
import Testing

@Suite struct KiteInstrumentTests {
  static let header =
    "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,"
    + "lot_size,instrument_type,segment,exchange\n"
  /// The rows that the contract shows, and an index.
  static let option =
    "12073986,47164,BANKNIFTY18JAN23500CE,,2528.4,2018-01-25,23500.0,0.05,40,CE,NFO-OPT,NFO\n"
  static let share =
    "3813889,14898,CENTRALBK-BE,CENTRAL BANK OF INDIA,0.0,,0.0,0.05,1,EQ,NSE,NSE\n"
  static let index = "256265,1001,NIFTY 50,NIFTY 50,24500.5,,0,0,0,EQ,INDICES,NSE\n"

  static func read(
    _ bytes: [UInt8], size: Int = 65_536
  ) throws -> (table: InstrumentTable, summary: MasterSummary) {
    var (list, table) = (KiteInstruments(), InstrumentTable())
    for start in stride(from: 0, to: bytes.count, by: size) {
      try list.add(bytes.span.extracting(start..<min(start + size, bytes.count)), to: &table)
    }
    try list.finish(to: &table)
    return (table, list.summary)
  }

  private func read(_ rows: String, size: Int = 65_536) throws -> InstrumentTable {
    try Self.read(Array((Self.header + rows).utf8), size: size).table
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100, 250, 1000])
  func readsTheSampleRows(size: Int) throws {
    let table = try read(Self.option + Self.share + Self.index, size: size)
    #expect(table.count == 3)
    let option = table[0]
    #expect(option.key == InstrumentKey(.nfo, "47164") && option.symbol == "BANKNIFTY18JAN23500CE")
    // What it is on is not named, and the symbol begins with it.
    #expect(
      option.contract
        == Contract(
          underlying: "BANKNIFTY", expiry: try day("2018-01-25"),
          terms: .option(strike: paise(2_350_000), right: .call)))
    #expect(option.lot == 40 && option.tick == paise(5) && option.freeze == nil)
    #expect(KiteToken(option)?.number == 12_073_986)
    let share = table[1]
    #expect(share.kind == .equity && share.underlying == "CENTRAL BANK OF INDIA")
    #expect(share.contract == nil && share.strike == nil && share.tick == paise(5))
    let index = table[2]
    #expect(index.kind == .index && index.key == InstrumentKey(.nse, "256265"))
    #expect(index.lot == nil && index.tick == nil && KiteToken(index)?.number == 256_265)
  }

  /// The option in other spellings, which all mean the same.
  static let spellings: [String] = [
    "12073986,47164,BANKNIFTY18JAN23500CE,,2528.4,2018-01-25,23500.0,0.05,40,CE,NFO-OPT,NFO\r\n",
    "12073986,47164,\"BANKNIFTY18JAN23500CE\",,,2018-01-25,23500,0.0500,40.0,CE,NFO-OPT,NFO\n",
    "12073986,47164,BANKNIFTY18JAN23500CE,BANKNIFTY,1,2018-01-25,23500.00,0.05,40,CE,,NFO\n",
    #""12073986","47164","BANKNIFTY18JAN23500CE","","1","2018-01-25","23500.0","0.05","40","CE","a,b","NFO""#
      + "\n",
    #""12073986","47164","BANKNIFTY18JAN23500CE","","1","2018-01-25","23500.0","0.05","40","CE","","NFO""#
      + "\r\n",
  ]

  @Test(arguments: spellings)
  func readsEverySpelling(row: String) throws {
    for size in [1, 10, 1000] {
      let table = try read(Self.share + row + Self.index, size: size)
      #expect(table.count == 3)
      #expect(try table[1] == read(Self.option)[0])
    }
  }

  @Test(arguments: [
    (#""CENTRAL, BANK""#, "CENTRAL, BANK"), (#""A ""B"" C""#, #"A "B" C"#),
    ("\"TWO\nLINES\"", nil), ("SOCIÉTÉ", "SOCIÉTÉ"), (#""""#, ""), (#""x"y"#, nil), (#"x"y"#, nil),
    ("a\u{0}b", nil), ("a\rb", nil), ("a\tb", nil),
  ])
  func readsCellsInQuotes(cell: String, name: String?) throws {
    let row = Self.share.replacing("CENTRAL BANK OF INDIA", with: cell)
    for size in [1, 7, 1000] {
      let (table, summary) = try Self.read(
        Array((Self.header + Self.index + row + Self.option).utf8), size: size)
      #expect(table.count == (name == nil ? 2 : 3))
      #expect(summary.flaws == (name == nil ? [.cells: 1] : [:]))
      if let name { #expect(table[1].underlying == name && table[1].symbol == "CENTRALBK-BE") }
    }
  }

  @Test func bytesThatAreNoTextAreLeftOut() throws {
    let bytes = Array(Self.header.utf8) + Array("3813889,14898,X,".utf8) + [0xFF, 0xC0]
    let (table, summary) = try Self.read(
      bytes + Array(",0.0,,0.0,0.05,1,EQ,NSE,NSE\n\(Self.index)".utf8))
    #expect(table.count == 1 && summary.flaws == [.cells: 1])
  }

  @Test func columnsMayComeInAnyOrder() throws {
    let text =
      "\u{FEFF}exchange,news,segment,instrument_type,lot_size,tick_size,strike,expiry,name,"
      + "tradingsymbol,exchange_token,instrument_token\r\n"
      + "NFO,x,NFO-OPT,CE,40,0.05,23500.0,2018-01-25,,BANKNIFTY18JAN23500CE,47164,12073986\r\n"
    for size in [1, 5, 1000] {
      let table = try Self.read(Array(text.utf8), size: size).table
      #expect(try table.count == 1 && table[0] == read(Self.option)[0])
    }
  }

  static let flaws: [(sound: String, broken: String, flaw: MasterFlaw)] = [
    ("12073986", "12073985", .token), ("12073986", "", .token), ("47164", "47A64", .token),
    ("47164", "-47164", .token), ("12073986", "99999999999999999999", .token),
    (",NFO\n", ",NEW\n", .segment), (",NFO\n", ",\n", .segment), (",NFO\n", ",NSE\n", .token),
    ("BANKNIFTY18JAN23500CE", "", .symbol), ("BANKNIFTY18JAN23500CE", "BANK NIFTY", .symbol),
    ("BANKNIFTY18JAN23500CE", "BANK<b>", .symbol), ("2018-01-25", "2018-02-30", .expiry),
    ("2018-01-25", "25-01-2018", .expiry), ("2018-01-25", "18-01-25", .expiry),
    ("2018-01-25", "", .contract), ("23500.0", "0.0", .contract), ("23500.0", "", .contract),
    ("23500.0", "-23500.0", .number), ("23500.0", "23500.005", .number),
    ("23500.0", "2.35e4", .number), ("23500.0", "23500.", .number), ("0.05", "0.0025", .number),
    (",40,", ",4.5,", .number), (",40,", ",-40,", .number), (",40,", ",99999999999,", .number),
    // Without a name the symbol has to say the same as the rest.
    ("23500.0", "23600.0", .contract), (",CE,", ",PE,", .contract), (",CE,", ",FUT,", .contract),
    ("2018-01-25", "2018-02-22", .contract), ("BANKNIFTY18", "RELIANCE18", .contract),
    (",40,", ",", .cells), (",40,", ",40,40,", .cells), ("47164", "47\"164", .cells),
  ]

  @Test(arguments: flaws)
  func aRowWithAFlawIsLeftOutAndCounted(sound: String, broken: String, flaw: MasterFlaw) throws {
    let row = Self.option.replacing(sound, with: broken)
    let (table, summary) = try Self.read(
      Array((Self.header + Self.index + row + Self.share).utf8))
    #expect(table.count == 2 && summary.rows == 3 && summary.flaws == [flaw: 1])
  }

  @Test func otherKindsAndExchangesAreRead() throws {
    let rows =
      "289096965,1129285,SENSEX26N2685000PE,SENSEX,0,2026-11-26,85000,0.05,20,PE,BFO-OPT,BFO\n"
      + "9051394,35357,NIFTY26NOVFUT,NIFTY,0,2026-11-24,0,0.1,65,FUT,NFO-FUT,NFO\n"
      + "265,1,SENSEX,SENSEX,0,,0,0,0,EQ,INDICES,BSE\n"
    let table = try read(rows)
    #expect(table.count == 3 && table[0].key == InstrumentKey(.bfo, "1129285"))
    #expect(table[0].right == .put && table[1].contract?.terms == .future)
    #expect(table[2].key == InstrumentKey(.bse, "265") && table[2].kind == .index)
    #expect((0..<3).map { KiteToken(table[$0])?.number } == [289_096_965, 9_051_394, 265])
  }

  @Test(arguments: [1, 10, 1000])
  func aListThatWasCutIsRefused(size: Int) throws {
    let whole = Array((Self.header + Self.share + Self.option).utf8)
    let (first, second) = (Self.header.utf8.count, Self.header.utf8.count + Self.share.utf8.count)
    for count in 0..<whole.count {
      let part = Array(whole.prefix(count))
      switch count {
      case ..<(first + 1):
        #expect(throws: KiteListProblem.self) { try Self.read(part, size: size) }
      // At the end of a row nothing is missing that could be seen.
      case second - 1, second, whole.count - 1:
        #expect(try Self.read(part, size: size).table.count == (count > second ? 2 : 1))
      default:
        #expect(throws: KiteListProblem.truncated(rows: count > second ? 1 : 0)) {
          try Self.read(part, size: size)
        }
      }
    }
  }

  static let refusals: [(text: String, problem: KiteListProblem)] = [
    ("", .empty), ("\n\n", .empty), (header, .empty),
    ("<html>\n</html>\n", .missingColumn("instrument_token")),
    ("{\"status\":\"error\"}\n", .missingColumn("instrument_token")),
    (option, .missingColumn("instrument_token")),
    (header.replacing("strike", with: "strik"), .missingColumn("strike")),
    (header.replacing("last_price", with: "name"), .repeatedColumn("name")),
    (long("\"" + String(repeating: "x,", count: 40_000)), .tooLong(row: 2)),
    (long(String(repeating: "x", count: 70_000)), .tooLong(row: 2)),
    (long(String(repeating: "x", count: 70_000) + "\n"), .tooLong(row: 2)),
  ]

  private static func long(_ row: String) -> String { header + share + row }

  @Test(arguments: refusals)
  func whatIsNoListIsRefused(text: String, problem: KiteListProblem) {
    for size in [1000, 1_000_000] {
      #expect(throws: problem) { try Self.read(Array(text.utf8), size: size) }
    }
  }

  @Test func blankLinesAndRepeatedNamesAreNoRows() throws {
    let (table, summary) = try Self.read(
      Array((Self.header + "\n" + Self.share + "\r\n" + Self.header + Self.index).utf8))
    #expect(table.count == 2 && summary.rows == 3 && summary.skipped == 1)
  }
}

@Suite struct KiteTokenTests {
  @Test(arguments: [
    (UInt32(12_073_986), "NFO:47164"), (408_065, "NSE:1594"), (289_096_965, "BFO:1129285"),
    (0x103, "CDS:1"), (128_083_204, "BSE:500325"), (0x706, "BCD:7"),
    (0x907, "MCX:9"), (0x90C, "NCO:9"),
  ])
  func isPutTogetherFromTheKey(number: UInt32, name: String) throws {
    let key = try #require(KiteToken(number).key)
    #expect(key.description == name && KiteToken(key)?.number == number)
  }

  @Test func someHaveNone() {
    #expect(KiteToken(256_265).key == nil && KiteToken(0x108).key == nil)
    #expect(KiteToken(InstrumentKey(.ncdex, "1")) == nil)
    #expect(KiteToken(InstrumentKey(.nfo, "16777216")) == nil)
    #expect(
      KiteToken(InstrumentKey(.nfo, "+1")) == nil && KiteToken(InstrumentKey(.nfo, "")) == nil)
    #expect(KiteToken(InstrumentKey(.nse, "99926000"), isIndex: true) == nil)
  }
}
