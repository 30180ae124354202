import CommandLineKit
import Files
import Market
import Operations
import Records
import Scalars
import Store
import Streams

/// `fetch-chain --from`: rows out of files.
struct FileFetch {
  private let options: FetchChain.Options
  private let surroundings: Surroundings

  init(_ options: FetchChain.Options, _ surroundings: Surroundings) {
    self.options = options
    self.surroundings = surroundings
  }

  func run() throws -> ExitCode {
    let name = FetchChain.facts.name
    let command = StreamCommand(
      name, options.common, options.records, at: options.keeping.place, in: surroundings)
    var plan = try command.plan(inputs: options.sources)
    plan.selection = plan.selection ?? Self.columns.map { [$0] }
    let tables = try TablesFolder.tables(options.tables)
    let now = options.common.present
    let wish = FetchWork.Wish(
      underlyings: Set(options.underlyings.map { $0.uppercased() }),
      expiries: options.expiries.isEmpty ? [.all] : options.expiries)
    let depot: RowDepot<QuoteRecord>? = try options.keeping.depot(options.common, surroundings)
    // Of two rows with one key the first is kept, and none behind the place where the run ends: by their
    // order in the files, which several threads do not have.
    if depot != nil { plan.jobs = 1 }
    let (outcome, exitCode) = try command.run(plan: plan) {
      FetchWork(wish, tables, now: now, options.volumeUnit, into: depot)
    }
    let log = surroundings.log(options.common)
    let found = outcome.findings.reduce(into: Set<String>()) { $0.formUnion($1.underlyings) }
    // Of a file that could not be opened nothing is said but that.
    let isRead = exitCode == .success || exitCode == .brokenInput
    for underlying in wish.underlyings.subtracting(found).sorted() where isRead {
      let isOfExpiry = wish.expiries != [.all]
      let message =
        "no row is of \(ForeignText.quoted(underlying))"
        + (isOfExpiry
          ? " and expires as wanted: \(wish.expiries.map(\.argument).joined(separator: ", "))" : "")
      log.report(Diagnostic(.warning, command: name, code: "no-row", message))
    }
    if let depot {
      outcome.findings.forEach { depot.keep($0.quotes) }
      try options.keeping.finish(
        depot, passed: outcome.totals.passed, name, options.common, log)
    }
    let isEmpty = outcome.totals.passed == 0 && options.requiresMatch
    return exitCode == .success && isEmpty ? .negative : exitCode
  }

  /// The fields of a quote, in the order of its declaration.
  private static var columns: [String] {
    RecordKind.all.first { $0.name == "quote" }?.columns ?? []
  }
}
