package import CommandLineKit
import Files
import Market
import Operations
import Records
import Scalars
import Store
import Streams

/// `angelx fetch-chain`: option chains as rows, out of the files that exchanges and brokers publish.
package enum FetchChain: Command {
  package struct Options: Sendable {
    var underlyings: [String] = []
    var sources: [PathArgument] = []
    var expiries: [ExpiryWish] = [.all]
    var volumeUnit = VolumeUnit.units
    var now: Timestamp?
    var requiresMatch = false
    var keepsRows = false
    var tables: PathArgument?
    var place = HomeOptions()
    var records = RecordOptions()
    var common = CommonOptions()
  }

  package static let facts = CommandFacts(
    name: "fetch-chain",
    summary: "Write option chains out of daily files and lists of instruments.",
    group: "Market and pricing",
    discussion: [
      """
      Reads files that need no login: the daily files of NSE and BSE (the unified format since July \
      2024, as zip archive or CSV, and NSE's older one), the lists of instruments of Angel One (JSON) \
      and Zerodha (CSV), and rows of angelx's own. Whatever they are, what comes out are rows of kind \
      quote for options and index for futures, in the order of the files.
      """,
      """
      Without UNDERLYING all contracts on indices are written; with names, those on them, which may be \
      stocks. The time of a daily file is the end of trading on its day. A contract that was not traded \
      has no ltp. Lists of instruments have no prices, and the time is the present or that of --now.
      """,
    ],
    examples: [
      CommandExample(
        "angelx fetch-chain NIFTY --from bhavcopy.csv.zip --expiry nearest",
        shows: "The chain of the week at the close."),
      CommandExample(
        "angelx fetch-chain --from bhavcopy.csv.zip | angelx greeks --price-from ltp --chain-summary",
        shows: "What the chains of a day say as a whole."),
    ],
    exitCodes: [
      .negative, .brokenInput, .missingInput, .cannotCreate, .inputOutput, .noPermission,
    ],
    seeAlso: ["angelx-greeks(1)", "angelx-records(5)", "angelx-tables(5)"])

  package static let defaults = Options()

  package static let parameters: [Parameter<Options>] =
    [
      .repeated("from", "FILE", \.sources, "Read FILE; - is standard input.")
        .required().environment(nil).configuration(nil),
      .list("expiry", "WHEN", \.expiries, "Write only these expiries.")
        .environment(nil).configuration(nil)
        .explained(
          "nearest, next and monthly are those from the day of a row on, by the calendar; a day names one itself."
        ),
      .option("volume-in", "UNIT", \.volumeUnit, "In what the unified daily file counts volume.")
        .explained("NSE's older file counts lots; what is written is in units."),
      .option("now", "TIME", \.now, "The time of rows that have none.")
        .defaulting(to: "the present"),
      .flag("keep", \.keepsRows, "Keep the rows in the store as well.")
        .environment(nil).configuration(nil)
        .explained(
          """
          Rows that are there already are left as they are, so that the same file may come twice; rows \
          without any figure of the market, as in lists of instruments, are not kept. One thread does it.
          """),
      .flag("require-match", \.requiresMatch, "End with status 1 when there was no row."),
      .option(
        "tables", "FOLDER", \.tables,
        "Take market tables from FOLDER, row by row beside those that come with angelx."),
      .positionals("UNDERLYING", \.underlyings, "What the contracts are on, such as NIFTY."),
    ]
    + Parameter.embedding(\.place, HomeOptions.parameters)
    + Parameter.embedding(\.records, RecordOptions.parameters)
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let command = StreamCommand(facts.name, options.common, options.records, in: surroundings)
    var plan = try command.plan(inputs: options.sources)
    plan.selection = plan.selection ?? Self.columns.map { [$0] }
    let tables = try TablesFolder.tables(options.tables)
    let now = options.now ?? Timestamp(milliseconds: WallClock.milliseconds)
    let wish = FetchWork.Wish(
      underlyings: Set(options.underlyings.map { $0.uppercased() }), expiries: options.expiries)
    let depot = options.keepsRows ? try depot(options, surroundings) : nil
    // Of two rows with one key the first is kept, and none behind the place where the run ends: by their
    // order in the files, which several threads do not have.
    if depot != nil { plan.jobs = 1 }
    let (outcome, exitCode) = try command.run(plan: plan) {
      FetchWork(wish, tables, now: now, options.volumeUnit, into: depot)
    }
    let log = surroundings.log(options.common)
    let found = outcome.findings.reduce(into: Set<String>()) { $0.formUnion($1.underlyings) }
    for name in wish.underlyings.subtracting(found).sorted() {
      let message = "no row is of \(ForeignText.quoted(name))"
      log.report(Diagnostic(.warning, command: facts.name, code: "no-row", message))
    }
    if let depot {
      outcome.findings.forEach { depot.keep($0.quotes) }
      let message = "\(outcome.totals.passed) rows, \(try depot.finish()) of them new in the store"
      // What went well is no news to those who run it every day.
      if options.common.isVerbose {
        log.report(Diagnostic(.note, command: facts.name, code: "kept", message))
      }
    }
    let isEmpty = outcome.totals.passed == 0 && options.requiresMatch
    return exitCode == .success && isEmpty ? .negative : exitCode
  }

  /// The fields of a quote, in the order of its declaration.
  private static var columns: [String] {
    RecordKind.all.first { $0.name == "quote" }?.columns ?? []
  }

  private static func depot(
    _ options: Options, _ surroundings: Surroundings
  ) throws -> QuoteDepot {
    let settings = try ConfigurationFiles.found(
      base: options.common.configuration?.path, environment: options.common.environment,
      surroundings.environment
    ).settings
    if options.place.store == nil { try options.place.home(surroundings.environment).make() }
    return try QuoteDepot(
      path: options.place.store(settings, surroundings.environment), StoreLimits(settings))
  }
}
