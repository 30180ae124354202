import CommandLineKit
import Files
import Market
import Pricing
import Records
import Scalars
import Streams

/// One option that is given on the command line.
struct OptionQuestion {
  /// What the command line says of the option.
  struct Options: Sendable {
    var underlying: String?
    var expiry: ExpiryWish?
    var strike: ExactDecimal?
    var right: OptionRight?
    var price: Double?

    static let parameters: [Parameter<Options>] = own.map { $0.section("One option") }

    private static let own: [Parameter<Options>] = [
      .option("underlying", "NAME", \.underlying, "The underlying, such as NIFTY.")
        .environment(nil).configuration(nil),
      .option(
        "expiry", "WHEN", \.expiry,
        "The day of expiry, or its name: nearest (or expiry), next (or next-expiry), monthly."
      )
      .environment(nil).configuration(nil),
      .option(
        "strike", "PRICE", \.strike, limits: .above(ExactDecimal(0)), "The strike."
      ).environment(nil).configuration(nil),
      .option("right", "RIGHT", \.right, "A call, CE, or a put, PE.")
        .environment(nil).configuration(nil),
      .option(
        "price", "PRICE", \.price, limits: .above(0),
        "The price of the option, from which its volatility is found."
      ).environment(nil).configuration(nil),
    ]

    /// The options that say something of an option.
    var givenNames: [String] {
      [
        ("--underlying", underlying != nil), ("--expiry", expiry != nil),
        ("--strike", strike != nil), ("--right", right != nil), ("--price", price != nil),
      ].filter { $0.1 }.map { $0.0 }
    }

    /// Whether the command line says anything of an option.
    var isAsked: Bool {
      underlying != nil || expiry != nil || strike != nil || right != nil || price != nil
    }
  }

  private let contract: Contract
  /// Whether there are such contracts, as far as that is known.
  private let listing: Listing?
  private let strike: Money
  private let right: OptionRight
  private let symbol: String?
  private let plan: ValuationPlan
  private let price: Double?
  /// As of when the option is valued.
  private let at: Timestamp

  /// The option that a symbol and options name together.
  init(
    _ symbol: String?, _ options: Options, _ plan: ValuationPlan
  ) throws(UsageError) {
    self.plan = plan
    self.symbol = symbol
    price = options.price
    at = plan.options.at ?? plan.present
    if let symbol {
      let resolved = try Self.contract(of: symbol, options, plan)
      (contract, listing) = (resolved.contract, resolved.listing)
    } else {
      contract = try Self.contract(options, on: at.day, plan.tables.expiries)
      listing = plan.tables.listing(of: contract.expiry, contract.underlying)
    }
    guard case .option(let strike, let right) = contract.terms else {
      throw .combination("'\(symbol ?? "")' is a future; it has no volatility and no Greeks")
    }
    (self.strike, self.right) = (strike, right)
    let valuation = plan.options
    guard valuation.forward != nil || valuation.spot != nil else {
      throw .combination("the price of the underlying is missing: give --spot or --forward")
    }
    guard valuation.model != .bsm || valuation.forward == nil else {
      throw .combination("--model bsm is on the spot price; give --spot instead of --forward")
    }
    guard options.price != nil || valuation.volatility != nil else {
      throw .combination("give --price to find the volatility, or --iv to find the price")
    }
    guard options.price == nil || valuation.volatility == nil else {
      throw .combination("--price and --iv are given both; give one of them")
    }
  }

  private static func contract(
    of symbol: String, _ options: Options, _ plan: ValuationPlan
  ) throws(UsageError) -> ResolvedSymbol {
    let doubled = options.givenNames.filter { $0 != "--price" }
    guard doubled.isEmpty else {
      throw .combination(
        "the symbol '\(symbol)' says what \(doubled.joined(separator: ", ")) would say again")
    }
    do throws(SymbolProblem) {
      return try plan.symbols.contract(of: symbol)
    } catch {
      let hint = error.hint.map { "; \($0)" } ?? ""
      if plan.tables.underlyings.named(symbol.uppercased()) != nil {
        throw .combination(
          "'\(symbol)' is an underlying; one option is its symbol, or --underlying \(symbol.uppercased()) with "
            + "--strike, --right and --expiry")
      }
      throw .combination("'\(symbol)': \(error.message)\(hint)")
    }
  }

  private static func contract(
    _ options: Options, on day: Day, _ rules: ExpiryRules
  ) throws(UsageError) -> Contract {
    guard let strike = options.strike else { throw .missing("--strike, or a symbol,") }
    guard let right = options.right else { throw .missing("--right") }
    guard let expiry = options.expiry else { throw .missing("--expiry") }
    guard let strike = Money(rupees: strike) else {
      throw .combination("--strike wants whole paise, found \(strike)")
    }
    return Contract(
      underlying: options.underlying ?? "",
      expiry: try Self.day(of: expiry, options.underlying, on: day, rules),
      terms: .option(strike: strike, right: right))
  }

  /// The day of the one expiry that is meant.
  private static func day(
    of expiry: ExpiryWish, _ underlying: String?, on day: Day, _ rules: ExpiryRules
  ) throws(UsageError) -> Day {
    if case .day(let day) = expiry { return day }
    guard let underlying else {
      throw .combination("--expiry \(expiry.argument) wants --underlying as well")
    }
    do throws(NotCovered) {
      if let day = try expiry.day(of: underlying, on: day, rules) { return day }
    } catch {
      throw .combination("\(error.message); give --expiry as a day")
    }
    throw .combination("--expiry all names many; give one")
  }

  /// What there is to say of the option though it can be valued.
  var warning: RecordWarning? { RecordWarning(listing, of: contract.underlying, contract.expiry) }

  /// What the option's row says, and whether the option could be valued.
  func answer() throws(NotCovered) -> (record: MadeRecords, valuation: Valuation) {
    let segment = plan.tables.underlyings.named(contract.underlying)?.segment ?? .nfo
    var clock = plan.clock
    let years = try clock.years(
      from: at, to: clock.moment(of: contract.expiry, segment), segment)
    var input = ValuationInput(
      OptionQuote(strike: strike.approximateRupees, isCall: right == .call), years: years)
    input.givenPrice = price ?? .nan
    input.forward = plan.options.forward ?? .nan
    input.spot = plan.options.spot ?? .nan
    input.volatility = plan.options.volatility.map { $0 / 100 } ?? .nan
    var valuer = Valuer(plan.rules)
    valuer.add(input)
    valuer.evaluate()
    return (record(at, lot: lot(on: at.day), valuer), valuer.valuations[0])
  }

  /// The unit and the meaning of a field of the answer.
  func words(of name: String, _ field: Field?) -> (unit: String, meaning: String) {
    let (unit, meaning) = (field?.unit ?? "", field?.meaning ?? "")
    guard plan.options.units == .raw,
      plan.columns.contains(where: { $0.field.name == name && $0.isScaled(in: plan.options) })
    else { return (unit, meaning) }
    return ("raw", "As the formula has it: by the year, and by the whole (0.14 for 14 %).")
  }

  /// The lot of the contract, where it is asked for; nil also where the tables do not know it.
  private func lot(on day: Day) -> Double? {
    guard plan.options.isPerLot else { return nil }
    return try? plan.lot(of: contract.underlying, expiring: contract.expiry, on: day)
  }

  private func record(_ at: Timestamp, lot: Double?, _ valuer: borrowing Valuer) -> MadeRecords {
    var columns: [MadeRecords.Column] = []
    var values: [MadeRecords.Value] = []
    func tell(_ name: String, _ value: MadeRecords.Value?) {
      guard let value else { return }
      columns.append(MadeRecords.Column(name))
      values.append(value)
    }
    tell("ts", .text(at.description))
    tell("underlying", contract.underlying.isEmpty ? nil : .text(contract.underlying))
    tell("symbol", symbol.map { .text($0) })
    tell("expiry", .text(contract.expiry.description))
    tell("strike", .number(strike.approximateRupees))
    tell("right", .text(right.rawValue))
    tell("lot", lot.map { .whole(Int64($0)) })
    tell("spot", plan.options.spot.map { .number($0) })
    for column in plan.columns {
      columns.append(.init(column.field.name, decimals: .some(column.field.decimals)))
    }
    var table = ValueTable(plan.columns)
    table.fill([ValuedRow(option: 0, lot: lot ?? .nan)], valuer, plan.rules)
    var record = MadeRecords(columns)
    record.add(values + table.made)
    return record
  }
}
