import CommandLineKit
import Configuration
import Files
import Operations
import Store

/// The options of commands that can keep their rows in the store.
struct KeepOptions: Sendable {
  var keepsRows = false
  var isDryRun = false
  var place = HomeOptions()

  /// The options, with a word on which rows of a command are not kept.
  static func parameters(leavingOut exception: String) -> [Parameter<KeepOptions>] {
    [
      .flag("keep", \.keepsRows, "Keep the rows in the store as well.")
        .environment(nil).configuration(nil)
        .explained(
          """
          Rows that are there already are left as they are, so that the same input may come twice; \
          \(exception) One thread does it.
          """),
      .flag("dry-run", \.isDryRun, "Keep nothing, and say what --keep would.")
        .environment(nil).configuration(nil)
        .explained(
          """
          The rows are written as usual. The store and its folder stay as they are, and one line on \
          standard error says how many rows would be new in it and how many are there already.
          """),
    ] + Parameter.embedding(\.place, HomeOptions.parameters)
  }

  /// Refuses a rehearsal of nothing.
  func check() throws(UsageError) {
    if isDryRun, !keepsRows {
      throw .combination("--dry-run belongs to --keep; nothing else changes anything")
    }
  }

  /// Where the rows are to be kept, which is opened; nil where none are.
  func depot<Row: KeptRow>(
    _ common: CommonOptions, _ surroundings: Surroundings
  ) throws -> RowDepot<Row>? {
    try check()
    guard keepsRows else { return nil }
    if isDryRun { surroundings.notes.stop() }
    let settings = try ConfigurationFiles.found(
      base: common.configuration?.path, environment: common.environment, surroundings.environment
    ).settings
    let path = try place.store(settings, surroundings.environment)
    // A store in a place of its own is not put into a folder that is not there.
    let isInHome = place.store == nil && settings.text("STORE") == nil
    if isInHome, !isDryRun { try place.home(surroundings.environment).make() }
    return try RowDepot(path: path, StoreLimits(settings), rehearses: isDryRun)
  }

  /// Ends the keeping and says what became of the rows.
  ///
  /// - Parameter passed: how many rows the command has written.
  func finish<Row: KeptRow>(
    _ depot: RowDepot<Row>, passed: Int, _ command: String, _ common: CommonOptions,
    _ log: DiagnosticLog
  ) throws {
    let counts = try depot.finish()
    let others = passed - counts.new - counts.present
    let message =
      (isDryRun
        ? "\(counts.new) rows would be new in the store, \(counts.present) are there already"
        : "\(passed) rows, \(counts.new) of them new in the store")
      + (others > 0 ? "; \(others) are of a kind that is not kept" : "")
    // What went well is no news to those who run it every day.
    guard isDryRun || common.isVerbose else { return }
    log.report(Diagnostic(.note, command: command, code: "kept", message))
  }
}
