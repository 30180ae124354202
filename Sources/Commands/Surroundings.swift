import CommandLineKit
import Files

/// What a command finds around it: the streams it speaks to and the environment.
package struct Surroundings: Sendable {
  let environment: Environment
  /// How long its work took, for the store.
  let notes = WorkNotes()

  /// Who started the program: the account, and behind sudo also whose hand it was.
  var who: String {
    guard let hand = environment["SUDO_USER"], !hand.isEmpty, hand != Account.name else {
      return Account.name
    }
    return "\(Account.name), by sudo of \(hand)"
  }

  /// What the result is shown on: standard output, unless it goes to a file.
  func output(_ common: CommonOptions) -> TerminalFacts {
    guard common.output == nil else {
      return TerminalFacts(isTerminal: false, style: common.color == .always ? .colored : .plain)
    }
    return TerminalFacts(
      descriptor: Output.standardDescriptor, environment: environment, color: common.color)
  }

  /// What standard error shows text on.
  func errors(_ common: CommonOptions) -> TerminalFacts {
    TerminalFacts(
      descriptor: StandardError.descriptor, environment: environment, color: common.color)
  }

  /// The log of a command's messages.
  func log(_ common: CommonOptions) -> DiagnosticLog {
    DiagnosticLog(
      program: programName, format: common.logFormat,
      leastLevel: common.isQuiet ? .error : .note, keep: LogFile(common)?.keep,
      write: StandardError.write)
  }
}

/// The name of the program.
let programName = "angelx"
