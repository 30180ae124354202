import CommandLineKit
import Expressions
import Files

/// Runs the program: picks the command, runs it, turns an error into a line and an exit code.
package enum Shell {
  /// Runs the program to its end and returns the number for the operating system.
  ///
  /// - Parameter arguments: The words after the program's own name.
  package static func run(_ arguments: [String]) -> Int32 {
    StartUp.prepare()
    let surroundings = Surroundings(environment: ProcessEnvironment.variables)
    let terminal = TerminalFacts(
      descriptor: Output.standardDescriptor, environment: surroundings.environment)
    let invocation = Invocation(
      arguments, environment: surroundings.environment, terminal: terminal)
    let answer = Registry.program.answer(invocation, values: { _ in [] }) { _ in { _ in nil } }
    let log = DiagnosticLog(program: programName, format: logFormat(arguments)) {
      StandardError.write($0)
    }
    do {
      return try perform(answer, in: surroundings, log).number
    } catch {
      return end(with: error, of: arguments, log)
    }
  }

  private static func perform(
    _ answer: Answer<Surroundings>, in surroundings: Surroundings, _ log: DiagnosticLog
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
      log.report(diagnostic)
      return .usage
    case .run(let command):
      return try command.run(surroundings)
    }
  }

  /// The form of messages before the options are settled.
  private static func logFormat(_ arguments: [String]) -> DiagnosticLog.Format {
    let isJSON = arguments.indices.contains { index in
      arguments[index] == "--log-format=json"
        || (arguments[index] == "--log-format" && arguments[(index + 1)...].first == "json")
    }
    return isJSON ? .json : .text
  }

  /// Says what went wrong and returns the number of its class.
  private static func end(
    with error: any Error, of arguments: [String], _ log: DiagnosticLog
  ) -> Int32 {
    let command = arguments.first
    switch error {
    case let error as FileError:
      if error.exitClass == .closedPipe { return SignalPolicy.statusOfClosedPipe }
      log.report(Diagnostic(error, command: command))
      return ExitCode(error.exitClass).number
    case let error as UsageError:
      log.report(error.diagnostic(program: programName, command: command))
      return ExitCode.usage.number
    case let error as ExpressionError:
      log.report(Diagnostic(error, command: command))
      // The place in the expression is for eyes: a line with the expression and one with the caret.
      if logFormat(arguments) == .text { StandardError.write(error.excerpt + "\n") }
      return ExitCode.usage.number
    default:
      log.report(
        Diagnostic(
          command: command, code: "bug", "unexpected: \(error)",
          hint: "this is a mistake in \(programName); report it with the command line"))
      return ExitCode.bug.number
    }
  }
}
