import Market
import Scalars
import Testing

@Suite struct TableTests {
  /// The lot of a contract on a trading day.
  static let lots: [(underlying: String, expiry: String, on: String, units: Int64)] = [
    ("NIFTY", "2025-12-23", "2025-12-15", 75), ("NIFTY", "2026-01-06", "2025-12-15", 65),
    ("NIFTY", "2025-12-30", "2025-12-15", 75), ("NIFTY", "2026-01-27", "2025-12-15", 65),
    ("NIFTY", "2026-06-30", "2025-12-15", 75), ("NIFTY", "2026-06-30", "2025-12-31", 65),
    ("NIFTY", "2025-03-27", "2024-12-02", 25), ("NIFTY", "2025-03-27", "2024-12-27", 75),
    ("BANKNIFTY", "2025-06-26", "2025-05-12", 30), ("BANKNIFTY", "2025-07-31", "2025-05-12", 35),
    ("BANKNIFTY", "2026-11-23", "2026-11-20", 30), ("SENSEX", "2026-11-26", "2026-11-20", 20),
    ("MIDCPNIFTY", "2026-11-23", "2026-11-20", 120),
    ("FINNIFTY", "2026-11-23", "2026-11-20", 60), ("NIFTYNXT50", "2026-11-23", "2026-11-20", 25),
    ("BANKEX", "2026-11-26", "2026-11-20", 30),
  ]

  @Test(arguments: lots)
  func aLotBelongsToItsContract(
    underlying: String, expiry: String, on: String, units: Int64
  ) throws {
    let found = try MarketTables.builtIn.lots.lot(
      of: underlying, expiring: day(expiry), on: day(on))
    #expect(found.units == units)
    #expect(found.provenance.place.hasPrefix("lots.csv:"))
  }

  @Test(arguments: [
    ("NIFTY", "2026-11-20", 1800), ("BANKNIFTY", "2026-05-04", 900),
    ("BANKNIFTY", "2026-11-20", 600), ("SENSEX", "2026-11-20", 1000),
  ])
  func knowsTheFreezeQuantities(underlying: String, text: String, units: Int64) throws {
    let found = try MarketTables.builtIn.freezes.quantity(of: underlying, on: day(text))
    #expect(found.units == units)
  }

  @Test(arguments: [
    (5_750, 8_500), (5_751, 5_500), (24_512, 1_800), (27_500, 1_800), (27_501, 1_200),
    (52_340, 900), (90_000, 600),
  ])
  func aFreezeQuantityFollowsTheLevel(level: Int64, units: Int64) throws {
    let found = try MarketTables.builtIn.freezes.quantity(
      atLevel: Money(rupees: level), .nse, on: day("2026-11-20"))
    #expect(found.units == units)
  }

  @Test func knowsStepsAndTicks() throws {
    let steps = MarketTables.builtIn.steps
    let today = try day("2026-11-20")
    #expect(try steps.strikeStep(of: "NIFTY", on: today) == Money(rupees: 50))
    #expect(try steps.strikeStep(of: "NIFTY", .longDated, on: today) == Money(rupees: 1_500))
    let level = Money(rupees: 24_512)
    #expect(try steps.tick(of: .option, .nse, atLevel: level, on: today) == Money(paise: 5))
    #expect(try steps.tick(of: .future, .nse, atLevel: level, on: today) == Money(paise: 10))
    #expect(
      try steps.tick(of: .future, .nse, atLevel: level, on: day("2025-04-14")) == Money(paise: 5))
    #expect(throws: NotCovered.self) { try steps.strikeStep(of: "SENSEX50", on: today) }
  }

  /// Broken tables of the user's, and what is said of them.
  static let broken: [(file: MarketTables.File, text: String, problem: String)] = [
    (
      .holidays, "",
      "1: the table is empty; the first line is date,exchange,kind,name,source,confidence"
    ),
    (
      .lots, "underlying,cycle\n",
      "1: keyed_on: the column is missing; the first line is underlying,cycle,keyed_on,effective_from,lot,source,confidence"
    ),
    (
      .calendarCoverage, "exchange,form,to\n",
      "1: form: no column has this name; did you mean 'from'?"
    ),
    (.calendarCoverage, "exchange,from,to,from\n", "1: from: the column stands here twice"),
    (.calendarCoverage, "exchange,from,to\nNSE,2027-01-01\n", "2: 2 cells under 3 columns"),
    (
      .calendarCoverage, "# next year\n\nexchange,from,to\nNSE,2027-02-30,2027-12-31\n",
      "4: from: expected a day such as 2026-11-24, found \"2027-02-30\""
    ),
    (
      .calendarCoverage, "exchange,from,to\nNSE,2027-12-31,2027-01-01\n",
      "2: to: ends before it begins"
    ),
    (
      .calendarCoverage, "exchange,from,to\nNSX,2027-01-01,2027-12-31\n",
      "2: exchange: expected one of NSE, BSE, found \"NSX\"; did you mean 'NSE'?"
    ),
    (
      .calendarCoverage, "exchange,from,to\n\"NSE,2027-01-01,2027-12-31\n",
      "2: a quote is not closed; a cell is on one line"
    ),
    (
      .strikeSteps,
      "underlying,series,effective_from,step,source,confidence\nNIFTEE,near,2027-01-01,50,me,high\n",
      "2: underlying: \"NIFTEE\" is no underlying; add it to underlyings.csv"
    ),
    (
      .strikeSteps,
      "underlying,series,effective_from,step,source,confidence\nNIFTY,near,2027-01-01,-50,me,high\n",
      "2: step: expected a number that is not negative, found \"-50\""
    ),
    (
      .lots,
      "underlying,cycle,keyed_on,effective_from,lot,source,confidence\nNIFTY,weekly,expiry,2027-01-05,62.5,me,high\n",
      "2: lot: expected a whole number above 0, found \"62.5\""
    ),
    (
      .charges,
      "segment,item,effective_from,rate,base,side,source,confidence\nNSE_OPT,gst,2027-01-05,0.18,brokerage+stt,both,me,high\n",
      "2: base: \"stt\" is no charge; order, turnover, intrinsic, or a sum such as brokerage+exchange"
    ),
    (
      .sessions,
      "segment,phase,effective_from,effective_to,start,end,source,confidence\nNFO,continuous,2027-01-01,,09:15,24:00,me,high\n",
      "2: end: expected a time such as 15:30, found \"24:00\""
    ),
  ]

  @Test(arguments: broken)
  func saysWhatIsWrongWithATable(
    file: MarketTables.File, text: String, problem: String
  ) {
    #expect {
      try MarketTables(overrides: [.init(file, name: "mine.csv", bytes: Array(text.utf8))])
    } throws: { error in
      guard let found = error as? TableProblem else { return false }
      let parts = ["\(found.line)", found.column, found.message].compactMap(\.self)
      return found.file == "mine.csv"
        && parts.joined(separator: ": ") + (found.hint.map { "; " + $0 } ?? "") == problem
    }
  }

  @Test func aRowOfTheUsersTakesThePlaceOfOurs() throws {
    let lots = """
      underlying,cycle,keyed_on,effective_from,lot,source,confidence
      NIFTY,weekly,expiry,2026-01-06,70,me,high
      NIFTY,weekly,expiry,2027-01-05,80,me,high

      """
    let tables = try MarketTables(overrides: [
      .init(.lots, name: "mine.csv", bytes: Array(lots.utf8))
    ])
    let today = try day("2026-11-20")
    let own = try tables.lots.lot(of: "NIFTY", expiring: day("2026-12-01"), on: today)
    #expect(own.units == 70)
    #expect(own.provenance.place == "mine.csv:2")
    #expect(try tables.lots.lot(of: "NIFTY", expiring: day("2025-12-23"), on: today).units == 75)
    #expect(try tables.lots.lot(of: "NIFTY", expiring: day("2027-01-12"), on: today).units == 80)
  }

  /// The third month away has no holidays yet, so no expiry of it is known; the first is near all the same.
  @Test func aNearContractIsNotLongDatedBecauseALaterOneIsUnknown() throws {
    let lots = """
      underlying,cycle,keyed_on,effective_from,lot,source,confidence
      BANKNIFTY,monthly,expiry,2026-11-01,99,me,high
      BANKNIFTY,long_dated,trade_date,2026-11-01,98,me,high

      """
    let tables = try MarketTables(overrides: [
      .init(.lots, name: "mine.csv", bytes: Array(lots.utf8))
    ])
    let today = try day("2026-11-20")
    let near = try tables.lots.lot(of: "BANKNIFTY", expiring: day("2026-11-23"), on: today)
    #expect(near.units == 99)
  }

  @Test func moneyIsExact() throws {
    #expect(Money(rupees: ExactDecimal(significand: 11_855, exponent: -2)) == Money(paise: 11_855))
    #expect(Money(rupees: ExactDecimal(significand: 1, exponent: -3)) == nil)
    #expect(Money(paise: -5).description == "-0.05")
    #expect(Money(paise: 120_050).description == "1200.50")
    #expect(Money(rupees: 7).description == "7")
  }
}
