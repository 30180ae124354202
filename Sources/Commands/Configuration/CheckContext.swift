import CommandLineKit

/// What the checks of the home share: what was asked for, where results go, and where things are.
struct CheckContext {
  let options: ValidateConfig.Options
  let report: RecordReport
  let surroundings: Surroundings

  /// Whether somebody wants to hear also that all is well: a person, or a program that asks for records.
  var wantsGoodNews: Bool {
    options.common.format != nil || options.common.isVerbose
      || surroundings.output(options.common).isTerminal
  }
}
