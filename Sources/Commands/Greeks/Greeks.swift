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
    var inputs: [PathArgument] = []
    var question = OptionQuestion.Options()
    var valuation = ValuationOptions()
    var records = RecordOptions()
    var common = CommonOptions()
  }

  package static let facts = CommandFacts(
    name: "greeks",
    summary: "Price options, and find their implied volatilities and sensitivities.",
    group: "Market and pricing",
    discussion: [
      """
      Reads rows of option chains (JSON lines, a JSON array, CSV or TSV, any of them gzipped) and \
      writes them with the forward, the implied volatility, the price and the sensitivities of each \
      option behind their own fields. Rows of other things pass as they are.
      """
    ],
    examples: [
      CommandExample(
        "angelx greeks chain.jsonl", shows: "The chain with implied volatilities and Greeks.")
    ],
    exitCodes: [
      .brokenInput, .missingInput, .cannotCreate, .inputOutput, .noPermission,
    ],
    seeAlso: ["angelx-records(5)"])

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
      .positionals("FILE", \.inputs, "The files to read; - or none is standard input."),
    ]
    + Parameter.embedding(\.question, OptionQuestion.Options.parameters)
    + Parameter.embedding(\.valuation, ValuationOptions.parameters)
    + Parameter.embedding(\.records, RecordOptions.parameters)
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let command = StreamCommand(facts.name, options.common, options.records, in: surroundings)
    let valuation = ValuationPlan(
      options.valuation, tables: try TablesFolder.tables(options.valuation.tables),
      explains: options.explains, for: options.sumsUpChains ? .summary : .rows)
    if let symbol = try singleSymbol(options) {
      let question = try OptionQuestion(symbol.name, options.question, valuation)
      return try OptionAnswer(question, options.common, surroundings).write(command.form)
    }
    var plan = try command.plan(inputs: options.inputs)
    plan.grouping = valuation.grouping
    if options.sumsUpChains {
      plan.selection = plan.selection ?? SummaryColumn.selection
      return try command.run(plan: plan) { SummaryWork(valuation) }.exitCode
    }
    let (_, exitCode) = try command.run(plan: plan) { GreeksWork(valuation) }
    return exitCode
  }

  /// The symbol of the one option that is asked about, which may be told by options alone; nil where
  /// rows are to be read.
  private static func singleSymbol(_ options: Options) throws -> (name: String?, Void)? {
    guard options.inputs.count == 1, let word = options.inputs.first?.path, word != "-",
      !FileIdentity.exists(word)
    else {
      guard options.question.isAsked else { return nil }
      guard options.inputs.isEmpty else {
        throw UsageError.combination(
          "--underlying, --expiry, --strike, --right and --price are for one option, not for files")
      }
      return (nil, ())
    }
    let isSymbol = options.question.isAsked || word.utf8.allSatisfy(isOfSymbol)
    return isSymbol && !word.contains("/") ? (word, ()) : nil
  }

  private static func isOfSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
