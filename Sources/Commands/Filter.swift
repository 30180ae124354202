package import CommandLineKit
import Expressions
import Files
import Records
import Streams

/// `angelx filter`: the records of a stream for which a condition holds.
package enum Filter: Command {
  package struct Options: Sendable {
    var condition = ""
    var keepsAll = false
    var countsOnly = false
    var head: Int?
    var requiresMatch = false
    var explains = false
    var inputs: [PathArgument] = []
    var records = RecordOptions()
    var common = CommonOptions()
  }

  package static let facts = CommandFacts(
    name: "filter",
    summary: "Pass on the records for which a condition holds.",
    group: "Signals and orders",
    discussion: [
      """
      Reads records (JSON lines, a JSON array, CSV or TSV, any of them gzipped or zipped, \
      recognised by content) and writes those for which the condition of --where holds. What goes \
      through stays byte for byte as it was, and in order.
      """,
      """
      A condition is written with field names, numbers, texts in quotes, true, false and null; \
      with + - * /, comparisons (also chained, as in 9 <= hour(ts) < 15), and, or, not, in and \
      parentheses; and with functions. Numbers are exact: ask - bid <= 0.05 is right to the paisa. \
      See angelx-expressions(5).
      """,
      """
      A field that a record does not have is null. A comparison with null is neither true nor \
      false, so the record does not pass; == null and != null ask for it. Where the kind of a \
      record requires the field, a record without it is broken.
      """,
      """
      A broken record is named on standard error, counted and left out; the others go on, and the \
      exit status is 65.
      """,
    ],
    examples: [
      CommandExample(
        "angelx filter --where 'strike > 24000 and right == \"CE\"' chain.jsonl",
        shows: "The calls above 24000."),
      CommandExample(
        "angelx filter --where 'ask - bid <= 0.05 and oi > 100_000' --fields symbol,bid,ask chain.csv",
        shows: "Three columns of the rows with a narrow spread and enough open interest."),
      CommandExample(
        "angelx filter --where '9 <= hour(ts) < 10' --count chain.jsonl.gz",
        shows: "How many records are of the first hour."),
      CommandExample(
        "angelx filter --where 'underlying in [\"NIFTY\", \"SENSEX\"]' --format csv chain.jsonl",
        shows: "The rows of two underlyings as a table for a spreadsheet."),
    ],
    exitCodes: [
      .negative, .brokenInput, .missingInput, .cannotCreate, .inputOutput, .noPermission,
      .configuration,
    ],
    seeAlso: ["angelx-expressions(5)", "angelx-records(5)"])

  package static let defaults = Options()

  package static let parameters: [Parameter<Options>] =
    [
      .option("where", short: "w", "EXPR", \.condition, "The condition that a record must meet.")
        .required().configuration(nil).environment(nil),
      .flag("all", \.keepsAll, "Pass on every record, with the verdict in the field passed."),
      .flag("count", short: "c", \.countsOnly, "Write only how many records passed."),
      .option(
        "head", short: "n", "N", \.head, limits: .atLeast(0), "Stop after N records have passed."),
      .flag("require-match", \.requiresMatch, "End with status 1 when no record passed."),
      .flag("explain", \.explains, "Say on standard error why each record passed or did not."),
      .positionals("FILE", \.inputs, "The files to read; - or none is standard input."),
    ]
    + Parameter.embedding(\.records, RecordOptions.parameters)
    + Parameter.embedding(\.common, CommonOptions.parameters)

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let question = try Question(options.condition, assumingIST: options.records.assumesIST)
    let command = StreamCommand(facts.name, options.common, options.records, in: surroundings)
    var plan = try command.plan(inputs: options.inputs)
    plan.head = options.head
    if options.countsOnly { plan.form = .closingOnly }
    let (outcome, exitCode) = try command.run(plan: plan) {
      FilterWork(question, keepsAll: options.keepsAll, explains: options.explains)
    } closing: { totals, _ in
      "\(totals.passed)\n"
    } neverSeen: { findings in
      question.fieldsNeverSeen(findings)
    }
    let isEmpty = outcome.totals.passed == 0 && options.requiresMatch
    return exitCode == .success && isEmpty ? .negative : exitCode
  }
}
