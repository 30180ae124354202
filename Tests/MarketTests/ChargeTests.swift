import Market
import Scalars
import Testing

@Suite struct ChargeTests {
  private static let table = MarketTables.builtIn.charges
  static let recorded = Vector.rows("charges.csv").filter { $0["id"].hasPrefix("K") }
  static let printed = Vector.rows("charges.csv").filter {
    $0["id"].hasPrefix("L") && $0["side"] != "ROUND"
  }

  /// What the tables make of a vector's order.
  private func charges(
    _ vector: Vector, _ table: ChargeTable = Self.table
  ) throws -> Charges {
    let month = vector["date"].prefix(7)
    let text = vector["date"].count == 10 ? vector["date"] : "\(month)-15"
    let segment: ChargeSegment =
      vector["instrument"] == "FUT"
      ? .nseFutures : vector["exchange"] == "BSE" ? .bseOptions : .nseOptions
    let turnover = try #require(Number(vector["turnover"]).flatMap(Self.money))
    return try table.charges(
      vector["side"] == "BUY" ? .buy : .sell, turnover: turnover, segment, at: .zerodha,
      on: day(text))
  }

  private static func money(_ number: Number) -> Money? {
    if case .exact(let decimal) = number { Money(rupees: decimal) } else { nil }
  }

  /// Recorded answers of Kite, some of which leave the investor protection fund out.
  @Test(arguments: recorded)
  func areThoseOfRecordedAnswers(_ vector: Vector) throws {
    let found = try charges(vector).rounded(.api)
    let hasFund = !vector["source"].contains("basket_margins")
    #expect(same(found.brokerage, vector["brokerage"]))
    #expect(same(found.stt, vector["stt"]))
    #expect(same(found.sebiFee, vector["sebi_fee"]))
    #expect(same(found.stampDuty, vector["stamp_duty"]))
    #expect(same(found.gst, vector["gst"]))
    let exchange = hasFund ? found.exchange + found.ipft : found.exchange
    #expect(same(exchange, vector["exchange_and_ipft"]))
    if hasFund { #expect(same(found.total, vector["total"])) }
  }

  /// Lines that another calculator prints, to the paisa.
  @Test(arguments: printed)
  func areThoseOfAnotherCalculator(_ vector: Vector) throws {
    // It adds a fund of the other exchange, for which we have no better source.
    let fund = """
      segment,item,effective_from,rate,base,side,source,confidence
      BSE_OPT,ipft,2024-10-01,0.000005,turnover,both,another calculator,low

      """
    let tables = try MarketTables(overrides: [
      .init(.charges, name: "fund", bytes: Array(fund.utf8))
    ])
    let found = try charges(vector, tables.charges).rounded(.paisa)
    for (line, column) in [
      (found.brokerage, "brokerage"), (found.stt, "stt"), (found.exchange, "exchange_and_ipft"),
      (found.sebiFee, "sebi_fee"), (found.stampDuty, "stamp_duty"), (found.gst, "gst"),
      (found.total, "total"),
    ] {
      #expect(same(line, vector[column]), "\(column)")
    }
  }

  @Test func aRoundTripCostsWhatIsPrinted() throws {
    let buy = try Self.table.charges(
      .buy, turnover: Money(rupees: 7_800), .nseOptions, at: .zerodha, on: day("2026-11-20"))
    let sell = try Self.table.charges(
      .sell, turnover: Money(rupees: 7_865), .nseOptions, at: .zerodha, on: day("2026-11-20"))
    #expect(buy.rounded(.paisa).total.description == "27.11")
    #expect(sell.rounded(.paisa).total.description == "38.7")
    #expect(buy.rounded(.note).total.description == "26.88")
    #expect(sell.rounded(.note).total.description == "38.9")
    #expect((buy.rounded(.paisa) + sell.rounded(.paisa)).total.money.description == "65.81")
    #expect((buy + sell).rounded(.note).total.money.description == "65.79")
  }

  @Test func anExercisedOptionPaysItsTax() throws {
    let found = try Self.table.charges(
      .exercise, turnover: Money(rupees: 11_726), .nseOptions, at: .zerodha, on: day("2026-11-23"))
    #expect(found.total.description == "17.589")
    #expect(found.rounded(.note).total.description == "18")
  }

  @Test(arguments: [
    (ChargeSegment.bseOptions, "2024-06-03"), (.nseOptions, "2022-12-30"),
    (.nseFutures, "2024-06-03"),
  ])
  func doesNotGuessARate(segment: ChargeSegment, text: String) throws {
    #expect(throws: NotCovered.self) {
      try Self.table.charges(
        .sell, turnover: Money(rupees: 100), segment, at: .zerodha, on: day(text))
    }
  }

  @Test func isExactForLargeOrders() throws {
    let found = try Self.table.charges(
      .sell, turnover: Money(paise: 98_765_432_109_876), .nseOptions, at: .angelOne,
      on: day("2026-11-20"))
    #expect(found.stt.description == "1481481481.64814")
    #expect(found.exchange.description == "350912592.63206832924")
  }

  private func same(_ amount: ExactRupees, _ text: String) -> Bool {
    guard case .exact(let wanted)? = Number(text), case .exact(let found)? = Number("\(amount)")
    else { return false }
    return wanted == found
  }
}
