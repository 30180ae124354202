import BrokerCalls
import CommandLineKit
import Expressions
import Files
import Market
import Operations
import Store
import Transport

/// Runs the program: picks the command, runs it, turns an error into a line and an exit code.
package enum Shell {
  /// Runs the program to its end and returns the number for the operating system.
  ///
  /// - Parameter arguments: The words after the program's own name.
  package static func run(_ arguments: [String]) -> Int32 {
    StartUp.prepare()
    let surroundings = Surroundings(environment: Environment(entries: ProcessEnvironment.entries))
    let terminal = TerminalFacts(
      descriptor: Output.standardDescriptor, environment: surroundings.environment)
    let invocation = Invocation(
      arguments, environment: surroundings.environment, terminal: terminal)
    // Few runs have anything to say.
    lazy var options = GlimpsedOptions(invocation)
    lazy var log = options.log
    do {
      let answer = try Registry.program.answer(invocation, values: Completions.values) { typed in
        try ConfiguredOptions.lookup(typed, surroundings.environment)
      }
      let status = try perform(answer, in: surroundings, log: log)
      keepNotes(of: surroundings, invocation, log)
      StopRequest.honour()
      return status.number
    } catch {
      if error is LogFileConflict { log = options.logWithoutFile }
      // The place in an expression is for eyes: a line with the expression, one with the caret.
      let excerpt = (error as? ExpressionError).map { $0.excerpt + "\n" }
      let status = end(with: error, of: arguments.first, log)
      if let excerpt, options.format == .text { StandardError.write(excerpt) }
      // What the store refused a moment ago is not tried again.
      if !(error is StoreError) { keepNotes(of: surroundings, invocation, log, isFailed: true) }
      return status
    }
  }

  private static func perform(
    _ answer: Answer<Surroundings>, in surroundings: Surroundings,
    log: @autoclosure () -> DiagnosticLog
  ) throws -> ExitCode {
    switch answer {
    case .output(let text):
      var output = try Output(path: "-")
      try output.write(text)
      try output.finish()
      return .success
    case .usage(let text):
      StandardError.write(text)
      return .usage
    case .refused(let diagnostic):
      log().report(diagnostic)
      return .usage
    case .run(let command):
      return try command.run(surroundings)
    }
  }

  /// Keeps how long the work took, as far as it came; where that fails it is said, and changes nothing else.
  ///
  /// - Parameter isFailed: whether the run has ended with an error, beside which this would be no news.
  private static func keepNotes(
    of surroundings: Surroundings, _ invocation: Invocation,
    _ log: @autoclosure () -> DiagnosticLog, isFailed: Bool = false
  ) {
    if surroundings.notes.log.records.isEmpty { return }
    let log = log()
    do {
      try WorkRecord.keep(
        surroundings.notes.log, surroundings.environment,
        { Registry.program.glimpse(of: $0, in: invocation) }, saying: log.report)
    } catch {
      if isFailed { return }
      log.report(
        Diagnostic(
          .warning, command: invocation.arguments.first, code: "not-recorded",
          "how long it took was not recorded: \(error)"))
    }
  }

  /// Says what went wrong and returns the number of its class.
  private static func end(
    with error: any Error, of command: String?, _ log: DiagnosticLog
  ) -> Int32 {
    switch error {
    case let error as FileError:
      if error.exitClass == .closedPipe { return SignalPolicy.statusOfClosedPipe }
      log.report(Diagnostic(error, command: command))
      return ExitCode(error.exitClass).number
    case let error as StoreError:
      log.report(Diagnostic(error, command: command))
      return ExitCode(error.exitClass).number
    case let error as AuditError:
      log.report(Diagnostic(error, command: command))
      return ExitCode(error.exitClass).number
    case let error as TransportError:
      log.report(Diagnostic(error, command: command))
      return ExitCode(error.exitClass).number
    case let error as CallFailure:
      log.report(Diagnostic(error, command: command))
      return ExitCode(error).number
    case let error as UsageError:
      log.report(error.diagnostic(program: programName, command: command))
      return ExitCode.usage.number
    case let error as LogFileConflict:
      log.report(error.usage.diagnostic(program: programName, command: command))
      return ExitCode.usage.number
    case let error as ExpressionError:
      log.report(Diagnostic(error, command: command))
      return ExitCode.usage.number
    case let error as ConfigurationProblem:
      error.diagnostics(of: command).forEach(log.report)
      return ExitCode.configuration.number
    case let error as TableProblem:
      log.report(Diagnostic(error, command: command))
      return ExitCode.brokenInput.number
    case let error as NotCovered:
      log.report(
        Diagnostic(command: command, code: "not-covered", error.message, hint: error.hint))
      return ExitCode.brokenInput.number
    default:
      log.report(
        Diagnostic(
          command: command, code: "bug", "unexpected: \(error)",
          hint: "this is a mistake in \(programName); report it with the command line"))
      return ExitCode.bug.number
    }
  }
}
