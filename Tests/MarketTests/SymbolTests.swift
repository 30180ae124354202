import Market
import Scalars
import Testing

@Suite struct SymbolTests {
  static let vectors = Vector.rows("symbols.csv")
  private static let tables = MarketTables.builtIn

  @Test func thereAreVectors() {
    #expect(Self.vectors.count == 34)
  }

  @Test(arguments: vectors)
  func readsWhatItIs(_ vector: Vector) throws {
    let isNamed = vector["grammar"] == "yymmdd"
    let reader = SymbolReader(
      Self.tables, grammars: isNamed ? [.yymmdd] : SymbolGrammar.automatic)
    if vector["note"] == "reject" || vector["listing_check"] == "reject" {
      #expect(throws: SymbolProblem.self) { try reader.contract(of: vector["symbol"]) }
      return
    }
    let reading = try reader.reading(of: vector["symbol"])
    #expect(reading.underlying == vector["underlying"])
    #expect(Self.name(of: reading) == vector["grammar"])
    #expect(Self.strike(of: reading) == vector["strike"])
    if vector["listing_check"] == "no_rule_data" {
      #expect(reading.expiry == .month(year: 2026, month: 8))
      #expect(throws: SymbolProblem.self) { try reader.contract(of: vector["symbol"]) }
      return
    }
    let resolved = try reader.contract(of: vector["symbol"])
    #expect(resolved.contract.expiry == (try day(vector["expiry"])))
    let listing =
      switch resolved.listing {
      case .listed(let expiry): "listed_\(expiry.cycle.rawValue)"
      case .notListed: "not_a_computed_expiry"
      case .unknown: "unknown"
      }
    #expect(listing == vector["listing_check"])
  }

  private static func name(of reading: SymbolReading) -> String {
    let name =
      switch reading.grammar {
      case .underscore: "seed_underscore"
      case .fullDate: "fulldate"
      default: reading.grammar.rawValue
      }
    return reading.terms == .future ? name + "_fut" : name
  }

  private static func strike(of reading: SymbolReading) -> String {
    if case .option(let strike, _) = reading.terms { strike.description } else { "" }
  }

  @Test func namesTheNearestExpiries() throws {
    let reader = SymbolReader(Self.tables)
    let resolved = try reader.contract(of: "NIFTY_25JAN26_19000CE")
    #expect(resolved.listing == .notListed(nearest: try [day("2026-01-20"), day("2026-01-27")]))
    #expect(resolved.contract.expiry == (try day("2026-01-25")))
  }

  static let problems: [(symbol: String, message: String, hint: String?)] = [
    (
      "NIFTI23NOV2624500CE", "the symbol begins with no underlying that is known",
      "did you mean 'NIFTY'?"
    ),
    (
      "NIFTY26NOV2600CE",
      "the symbol can be no contract: as full_date its strike begins with a zero; as kite_monthly its strike would be 2600, outside 5000 to 60000",
      nil
    ),
    (
      "NIFTY30FEB2624500CE",
      "the symbol can be no contract: as full_date its day does not exist; as kite_monthly its strike would be 2624500, outside 5000 to 60000",
      nil
    ),
    (
      "NIFTY", "the symbol begins with no underlying that is known", nil
    ),
    (
      "NIFTY26NOV24500XE", "the symbol has the shape of no contract",
      "as in NIFTY23NOV2624500CE, NIFTY26NOV24500CE or NIFTY26O0623200CE"
    ),
    (
      "SENSEX5026AUG80000CE",
      "the symbol can be no contract: as full_date its year would be 2080; as kite_monthly no strikes of this underlying are known",
      nil
    ),
    (
      "NIFTY27JAN24500CE", "whether NSE has a holiday is not known for 2027-01-26",
      "add a row to calendar_coverage.csv in the folder of --tables"
    ),
    ("", "the symbol begins with no underlying that is known", nil),
  ]

  @Test(arguments: problems)
  func saysWhyItIsNone(symbol: String, message: String, hint: String?) {
    #expect {
      try SymbolReader(Self.tables).contract(of: symbol)
    } throws: { error in
      let problem = error as? SymbolProblem
      return problem?.message == message && problem?.hint == hint
    }
  }

  /// Every expiry of the tables with its strikes, in every grammar.
  @Test(arguments: [
    "NIFTY", "BANKNIFTY", "FINNIFTY", "MIDCPNIFTY", "NIFTYNXT50", "SENSEX", "BANKEX",
  ])
  func everyContractIsReadBack(underlying: String) throws {
    let reader = SymbolReader(Self.tables)
    let expiries = Self.tables.expiries
    let facts = try #require(Self.tables.underlyings.named(underlying))
    let band = try #require(facts.strikes)
    let step = try Self.tables.steps.strikeStep(of: underlying, on: day("2026-11-20"))
    let count = (band.upperBound.paise - band.lowerBound.paise) / step.paise
    let all = try expiries.expiries(
      of: underlying, scheduledIn: day("2023-01-10")...day("2026-12-31"))
    #expect(all.count > 30)
    var read = 0
    // Unoptimised code reads too slowly for all of them: there every strike comes up with some expiry.
    let stride = _isDebugAssertConfiguration() ? Int64(37) : 1
    for (index, expiry) in all.enumerated() {
      for place in Swift.stride(from: Int64(index) % stride, through: count, by: Int(stride)) {
        let strike = Money(paise: band.lowerBound.paise + place * step.paise)
        let contract = Contract(
          underlying: underlying, expiry: expiry.day,
          terms: .option(strike: strike, right: place.isMultiple(of: 2) ? .call : .put))
        for grammar in SymbolGrammar.automatic {
          guard let symbol = contract.symbol(grammar, expiries) else { continue }
          let reading = try reader.reading(of: symbol)
          read += 1
          guard reading.grammar == grammar, reading.terms == contract.terms else {
            Issue.record("\(symbol) was read as \(reading)")
            return
          }
        }
      }
      let future = Contract(underlying: underlying, expiry: expiry.day, terms: .future)
      for grammar in [SymbolGrammar.fullDate, .kiteMonthly] {
        guard let symbol = future.symbol(grammar, expiries) else { continue }
        #expect(try reader.contract(of: symbol).contract == future)
      }
    }
    #expect(read > all.count * 5 * Int(count / stride) / 2)
  }
}
