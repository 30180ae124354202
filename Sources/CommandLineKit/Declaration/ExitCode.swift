/// How a run ended, as the number that the caller sees.
///
/// One number has one meaning in all commands, so that a crontab can decide what to do.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case success = 0
  case negative = 1
  case usage = 64
  case brokenInput = 65
  case missingInput = 66
  case unavailable = 69
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryLater = 75
  case foreignProtocol = 76
  case noPermission = 77
  case configuration = 78

  /// The codes that every command can end with.
  package static let shared: [ExitCode] = [.success, .usage, .bug]

  /// The number handed to the operating system.
  package var number: Int32 { rawValue }

  /// The short name used in logs.
  package var name: String {
    switch self {
    case .success: "ok"
    case .negative: "negative"
    case .usage: "usage"
    case .brokenInput: "data"
    case .missingInput: "noinput"
    case .unavailable: "unavailable"
    case .bug: "software"
    case .cannotCreate: "cantcreat"
    case .inputOutput: "ioerr"
    case .tryLater: "tempfail"
    case .foreignProtocol: "protocol"
    case .noPermission: "noperm"
    case .configuration: "config"
    }
  }

  /// What happened, as a sentence.
  package var meaning: String {
    switch self {
    case .success: "All of it is done, and durable."
    case .negative: "It worked, and the answer is no."
    case .usage: "The command line cannot be understood."
    case .brokenInput: "The input is broken, all or in part; the good records were handled."
    case .missingInput: "The input is missing."
    case .unavailable: "A server could not be reached, or refused."
    case .bug: "A mistake in the program itself."
    case .cannotCreate: "The output cannot be created."
    case .inputOutput: "Reading or writing failed."
    case .tryLater: "A lock, a rate limit or a stop switch stands in the way for now."
    case .foreignProtocol: "The other side answered something that is not its protocol."
    case .noPermission: "Permission or login was refused."
    case .configuration: "The configuration is invalid, or frozen and changed."
    }
  }

  /// What the caller should do about it, as a sentence.
  package var advice: String {
    switch self {
    case .success: "Go on."
    case .negative: "Look at the output."
    case .usage: "Fix the call."
    case .brokenInput: "Look at the named lines."
    case .missingInput: "Fix the path."
    case .unavailable: "Try later."
    case .bug: "Report it."
    case .cannotCreate, .inputOutput: "Check the disk."
    case .tryLater: "Run again later."
    case .foreignProtocol: "Look before repeating it."
    case .noPermission: "Fix the credentials."
    case .configuration: "Fix the named keys."
    }
  }
}
