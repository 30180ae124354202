package import CommandLineKit
import Configuration

/// The commands of the program.
///
/// A new one is a file beside this one and a line below.
package enum Registry {
  package static let commands: [any Command<Surroundings>.Type] = [
    FetchChain.self, Greeks.self, Filter.self, ValidateConfig.self, Bench.self,
  ]

  /// The program as it is declared.
  package static let program = Program(facts: facts, commands: commands, version: Version.text)

  private static let facts = ProgramFacts(
    name: programName,
    summary: "A batch toolkit for people who trade Indian index options.",
    discussion: [
      """
      Every command does one job on files or on standard input, and can stand in a pipeline of JSON \
      lines or in a crontab. Results go to standard output and nothing else does; messages go to \
      standard error. angelx never sends an order to a broker.
      """
    ],
    examples: [
      CommandExample(
        "angelx filter --where 'strike > 24000 and right == \"CE\"' chain.jsonl",
        shows: "The calls above 24000."),
      CommandExample("angelx help filter", shows: "All about a command."),
    ],
    environment: [
      NamedText("NO_COLOR", "When set to anything, no colour is used."),
      NamedText("COLUMNS", "The width of tables and help, instead of the terminal's."),
      NamedText(
        "ANGELX_HOME",
        "The folder of everything that is remembered: the store angelx.db, the log audit.jsonl, freeze.json, the sessions at brokers in sessions, and KILL, which stops what could open risk. It is angelx in XDG_STATE_HOME, else in ~/.local/state."
      ),
      NamedText(
        "ANGELX_…",
        "Most options can be set by a variable, such as ANGELX_JOBS=2; the page of a command names them."
      ),
    ],
    seeAlso: [
      "angelx-config(5)", "angelx-expressions(5)", "angelx-records(5)", "angelx-tables(5)",
    ],
    isKey: { Key.named($0) != nil })
}
