import BrokerCalls
import Brokers
import CommandLineKit
import Expressions
import Files
import Market
import Operations
import Records
import Store
import Streams
import Transport

extension ExitCode {
  /// The code for what befell a file.
  init(_ exitClass: ExitClass) {
    switch exitClass {
    case .damagedInput: self = .brokenInput
    case .missingInput: self = .missingInput
    case .cannotCreate: self = .cannotCreate
    case .inputOutput, .closedPipe: self = .inputOutput
    case .noPermission: self = .noPermission
    case .tryLater: self = .tryLater
    case .configuration: self = .configuration
    }
  }
}

extension ExitCode {
  /// The code for what befell a request.
  init(_ exit: TransportExit) {
    switch exit {
    case .unavailable: self = .unavailable
    case .tryLater: self = .tryLater
    case .foreignProtocol: self = .foreignProtocol
    case .loginRefused: self = .noPermission
    case .configuration: self = .configuration
    }
  }
}

extension ExitCode {
  /// The code for what a broker did not give.
  init(_ failure: CallFailure) {
    switch failure.kind {
    case .unavailable, .refused: self = .unavailable
    case .tryLater, .interrupted: self = .tryLater
    case .login: self = .noPermission
    case .notTheProtocol: self = .foreignProtocol
    case .notListed, .notRecorded: self = .missingInput
    case .damagedRecording: self = .brokenInput
    case .configuration: self = .configuration
    }
  }
}

extension Diagnostic {
  /// What a broker did not give.
  init(_ failure: CallFailure, _ level: Level = .error, command: String?) {
    let broker = failure.broker.map { "\($0.rawValue): " } ?? ""
    self.init(
      level, command: command, code: failure.code, broker + failure.problem, hint: failure.remedy)
  }

  /// What befell a request.
  init(_ error: TransportError, command: String?) {
    self.init(
      command: command, file: error.host, code: error.code, error.problem, hint: error.remedy)
  }

  /// What befell a file.
  init(_ error: FileError, command: String?) {
    self.init(
      command: command, file: error.path, code: error.code, error.problem, hint: error.remedy)
  }

  /// What befell the store.
  init(_ error: StoreError, command: String?) {
    self.init(
      command: command, file: error.path, code: error.code, error.problem, hint: error.remedy)
  }

  /// What befell the log of what was done.
  init(_ error: AuditError, command: String?) {
    self.init(
      command: command, file: error.path, code: error.code, error.problem, hint: error.remedy)
  }

  /// What is wrong with a condition.
  init(_ error: ExpressionError, command: String?) {
    self.init(
      command: command, file: "--where", line: error.line, column: error.column,
      code: "expression", error.message,
      hint: error.hint.map { error.lacksOffset ? "\($0), or use --assume-ist" : $0 })
  }

  /// Why a record was rejected.
  init(_ problem: RecordProblem, command: String, file: String, line: Int, column: Int?) {
    let found = problem.found.isEmpty ? "" : ", found \(ForeignText.quoted(problem.found))"
    self.init(
      command: command, file: file, line: line, column: column, field: problem.field,
      code: problem.fault.code, problem.fault.message + found,
      hint: [problem.fault.remedy, "record skipped"].compactMap(\.self).joined(separator: "; "))
  }

  /// Why an input cannot be read.
  init(_ problem: FormatProblem, command: String, file: String) {
    let found = problem.found.isEmpty ? "" : ", found \(ForeignText.quoted(problem.found))"
    let line: Int? = if case .unclosedQuote(let line) = problem { line } else { nil }
    self.init(
      command: command, file: file, line: line, field: problem.column, code: problem.code,
      problem.message + found)
  }

  /// What is wrong with a market table of the user's.
  init(_ problem: TableProblem, command: String?) {
    self.init(
      command: command, file: problem.file, line: problem.line, field: problem.column,
      code: "table", problem.message, hint: problem.hint)
  }

  /// What there is to know of something that is sound.
  init(_ warning: RecordWarning, command: String, file: String? = nil, line: Int? = nil) {
    self.init(
      .warning, command: command, file: file, line: line, field: warning.field,
      code: warning.code, warning.message, hint: warning.hint)
  }
}
