import Benchmarks
package import CommandLineKit
import Files

/// `angelx bench`: how fast this program is on this machine, beside what it must be.
package enum Bench: Command {
  package struct Options: Sendable {
    var suites: [SuiteArgument] = []
    var isQuick = false
    var passes: Int?
    var lists = false
    var requires = false
    var common = CommonOptions()
  }

  package static let facts = CommandFacts(
    name: "bench",
    summary: "Measure how fast the program is on this machine.",
    group: "Upkeep",
    discussion: [
      """
      Runs the hot paths of the other commands on work that it makes itself, always the same, and says how \
      long an operation takes: the median of the passes, the median absolute deviation, the least \
      and the 95th percentile. Without a SUITE it runs all of them.
      """,
      """
      Beside each stands a yardstick: a plain loop over the same options with the functions of the C \
      library. The two are measured in turns, so that whatever else the machine does hits both, and \
      their ratio says how many times as fast as the yardstick the subject is. It can be compared \
      between machines and between days; nanoseconds cannot.
      """,
      """
      Requirements are such ratios. They were set on a machine whose yardstick took 39 ns for \
      the price and 8 Greeks of an option: the 18 ns that are required of greeks there are a \
      ratio of 39 to 18, which is 2.1667, anywhere. --list names all of them.
      """,
      """
      What runs on one thread is measured in processor time, which busy neighbours hardly lengthen; \
      what runs on several, in the time that passes; --jobs 1 leaves out the latter. The field \
      build says whether the program was built to be fast; the figures of a debug build say nothing, \
      and so few are measured. peak_memory is the most that the process has held in bytes since \
      it began.
      """,
    ],
    examples: [
      CommandExample("angelx bench --list", shows: "What is measured, and what is required."),
      CommandExample("angelx bench --quick", shows: "All of it, within seconds."),
      CommandExample(
        "angelx bench --passes 101 --format jsonl greeks iv",
        shows: "The kernels alone, measured longer, to be kept and compared."),
    ],
    exitCodes: [
      .negative, .missingInput, .cannotCreate, .inputOutput, .noPermission, .configuration,
    ],
    seeAlso: ["greeks"])

  package static let defaults = Options()

  package static let parameters: [Parameter<Options>] =
    [
      .positionals("SUITE", \.suites, "The suites to run; none is all of them."),
      .flag("quick", \.isQuick, "Measure less: fewer and shorter passes, fewer rows."),
      .option(
        "passes", "N", \.passes, limits: .within(1...100_000), "How often everything is measured."
      )
      .defaulting(to: "51; 15 with --quick"),
      .flag("list", \.lists, "List the suites with their requirements, and measure nothing."),
      .flag("require", \.requires, "End with status 1 when a requirement is missed."),
    ]
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    try LogFileCheck(options.common, in: surroundings).require()
    let report = BenchReport(options.common, surroundings)
    let named = options.suites.map(\.suite.name)
    let suites = BenchSuites.all.filter { named.isEmpty || named.contains($0.name) }
      .map { $0.onThreads(atMost: options.common.jobs ?? CommonOptions.mostJobs) }
    if options.lists {
      try report.write(BenchList.records(suites), columns: BenchList.shown)
      return .success
    }
    var effort = Effort.suiting(.current, isQuick: options.isQuick)
    if let passes = options.passes { effort.passes = passes }
    let results = try BenchRun(suites, effort, options.common, surroundings).results()
    try report.write(BenchResult.records(results), columns: BenchResult.shown)
    guard options.requires else { return .success }
    let missed = results.filter { $0.isMet == false }
    report.say(missed: missed)
    return missed.isEmpty ? .success : .negative
  }
}
