package import CommandLineKit
import Files
import Market
import Pricing
import Records
import Streams

/// `angelx greeks`: prices, implied volatilities and sensitivities of options.
package enum Greeks: Command {
  package struct Options: Sendable {
    var explains = false
    var sumsUpChains = false
    var isNet = false
    var scenario: String?
    var writesBrokerFields = false
    var inputs: [PathArgument] = []
    var question = OptionQuestion.Options()
    var valuation = ValuationOptions()
    var keeping = KeepOptions()
    var records = RecordOptions()
    var common = CommonOptions()
  }

  package static let facts = CommandFacts(
    name: "greeks",
    summary: "Price options, and find their implied volatilities and sensitivities.",
    group: "Market and pricing",
    discussion: GreeksText.discussion,
    examples: GreeksText.examples,
    exitCodes: [
      .negative, .brokenInput, .missingInput, .cannotCreate, .inputOutput, .noPermission,
      .configuration,
    ],
    seeAlso: ["angelx-records(5)", "angelx-tables(5)"])

  package static let defaults = Options()

  package static let parameters: [Parameter<Options>] =
    [
      .flag("explain", \.explains, "Say on standard error where each forward and price came from."),
      .flag(
        "chain-summary", \.sumsUpChains, "Write one record for each expiry of a snapshot instead."
      )
      .explained(
        """
        Its forward, volatility at the money, straddle, expected move, put-call ratios, max pain, skew \
        and term structure; prices that cannot all be right are warnings, with the trade that they \
        invite to.
        """),
      .flag("net", \.isNet, "Write what the positions in the rows come to together instead.")
        .explained(
          """
          A row is a position where it has quantity (with side, or below zero for what was sold), \
          position or lots. Rows without are quotes, from which positions that show no price of their \
          own (ltp, bid, ask or price) take it, so a chain may be read together with a list of \
          positions. Futures count too. There is a record for every expiry, every underlying, and one \
          for all.
          """),
      .flag(
        "broker-fields", \.writesBrokerFields,
        "Write only the fields of Angel One's answer to optionGreek, as it names and formats them."
      ),
      .option(
        "scenario", "GRID", \.scenario, "Write what the positions would gain as the market moves."
      )
      .explained(
        """
        The grid is written as in spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1: from, to and step for each axis; \
        or single values and ranges with semicolons between them, as in spot=-5%;-1%:1%:0.5%;5%. spot \
        is in percent or in rupees, iv in points, days are calendar days.
        """),
      .positionals("FILE", \.inputs, "The files to read; - or none is standard input."),
    ]
    + Parameter.embedding(\.question, OptionQuestion.Options.parameters)
    + Parameter.embedding(\.valuation, ValuationOptions.parameters)
    + Parameter.embedding(\.records, RecordOptions.parameters)
    + Parameter.embedding(
      \.keeping, KeepOptions.parameters(leavingOut: "options without an answer are not kept."))
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    try options.keeping.check()
    let command = StreamCommand(
      facts.name, options.common, options.records, at: options.keeping.place, in: surroundings)
    let valuation = ValuationPlan(
      options.valuation, tables: try TablesFolder.tables(options.valuation.tables),
      explains: options.explains, for: try purpose(options), at: options.common.present)
    let log = surroundings.log(options.common)
    for doubt in options.valuation.doubts {
      log.report(Diagnostic(.warning, command: facts.name, code: "fraction", doubt))
    }
    if let symbol = try singleSymbol(options) {
      try refuseWhatIsForRows(options)
      try LogFileCheck(options.common, options.keeping.place, in: surroundings).require()
      let question = try OptionQuestion(symbol.name, options.question, valuation)
      return try OptionAnswer(
        question, options.common, fields: options.records.fields, surroundings
      ).write(command.form)
    }
    var plan = try command.plan(
      inputs: options.inputs, beside: [options.valuation.comparison])
    plan.grouping = valuation.grouping
    switch valuation.purpose {
    case .rows:
      return try RowAnswer(valuation, options.keeping, options.common, surroundings).run(
        command, plan, writesBrokerFields: options.writesBrokerFields)
    case .summary:
      plan.selection = plan.selection ?? SummaryColumn.selection
      return try SummaryAnswer(valuation, options.common, surroundings).run(command, plan)
    case .positions:
      let answer = PositionAnswer(
        try options.scenario.map(scenario), options.common, fields: options.records.fields,
        valuation, surroundings)
      return try answer.run(command, plan)
    }
  }

  private static func purpose(
    _ options: Options
  ) throws(UsageError) -> ValuationPlan.Purpose {
    let asked = [
      ("--chain-summary", options.sumsUpChains), ("--net", options.isNet),
      ("--scenario", options.scenario != nil), ("--broker-fields", options.writesBrokerFields),
    ].filter(\.1).map(\.0)
    guard asked.count <= 1 else {
      throw .combination("\(asked.joined(separator: " and ")) want different results; give one")
    }
    try refuseWhatHasNoEffect(options, with: asked.first)
    if options.sumsUpChains { return .summary }
    return options.isNet || options.scenario != nil ? .positions : .rows
  }

  /// Refuses options that would be without effect on a result.
  private static func refuseWhatHasNoEffect(
    _ options: Options, with result: String?
  ) throws(UsageError) {
    let valuation = options.valuation
    if valuation.model == .bsm, ![.auto, .spot].contains(valuation.forwardRule) {
      throw .combination(
        "--model bsm takes its forward from the spot price, so leave out --forward-from")
    }
    guard let result else { return }
    if result == "--scenario", valuation.dayCount != .calendar365 {
      throw .combination("--scenario counts calendar days, so leave out --day-count")
    }
    var given = [
      ("--per-lot", valuation.isPerLot), ("--compare", valuation.comparison != nil),
      ("--explain", options.explains), ("--greeks", valuation.greeks != [.first]),
      ("--keep", options.keeping.keepsRows),
    ]
    if result != "--chain-summary" { given.append(("--units", valuation.units != .people)) }
    let names = given.filter(\.1).map(\.0)
    guard names.isEmpty else {
      throw .combination(
        "\(names.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") no effect with \(result); "
          + "leave \(names.count == 1 ? "it" : "them") out")
    }
  }

  private static func scenario(_ text: String) throws(UsageError) -> ScenarioSpec {
    do throws(ScenarioSpecError) {
      return try ScenarioSpec(text)
    } catch {
      throw .combination("--scenario: \(error.description)")
    }
  }

  /// Refuses options that would be without effect on one option.
  private static func refuseWhatIsForRows(_ options: Options) throws(UsageError) {
    let (valuation, records) = (options.valuation, options.records)
    let given = [
      ("--net", options.isNet), ("--scenario", options.scenario != nil),
      ("--chain-summary", options.sumsUpChains), ("--broker-fields", options.writesBrokerFields),
      ("--explain", options.explains), ("--compare", valuation.comparison != nil),
      ("--own-iv", valuation.usesOwnVolatility), ("--price-from", valuation.price != .auto),
      ("--iv-side", valuation.side != .own), ("--rejects", records.rejects != nil),
      ("--keep", options.keeping.keepsRows),
    ].filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw .combination(
        "\(given.joined(separator: ", ")) \(given.count == 1 ? "is" : "are") for rows, not for one option"
      )
    }
  }

  /// The symbol of the one option that is asked about, which may be told by options alone; nil where
  /// rows are to be read.
  private static func singleSymbol(_ options: Options) throws -> (name: String?, Void)? {
    guard options.inputs.count == 1, let word = options.inputs.first?.path, word != "-",
      !FileIdentity.exists(word)
    else {
      guard options.question.isAsked else { return nil }
      guard options.inputs.isEmpty else {
        let words = options.inputs.map(\.path).joined(separator: " ")
        throw UsageError.combination(
          "\(options.question.givenNames.joined(separator: ", ")) works for one option only, and '\(words)' is "
            + "to be read; give one symbol, or leave it out when reading rows")
      }
      return (nil, ())
    }
    let asks = options.question.isAsked || options.valuation.spot != nil
    // Without a number it can be no contract; most likely it is a file that is not there.
    let isSymbol = word.utf8.allSatisfy(isOfSymbol) && (asks || word.contains(where: \.isNumber))
    return isSymbol ? (word, ()) : nil
  }

  private static func isOfSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
