import CLaunch
import Foundation

/// A program that runs beside the test.
final class Child {
  private let identifier: pid_t
  private var ending: Int32?

  /// Starts the program; the descriptors stay open here.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], in folder: URL,
    input: Int32, output: Int32, errors: Int32
  ) throws {
    var started: pid_t = 0
    let code = unsafe withStrings([path] + arguments) { arguments in
      unsafe withStrings(environment.map { "\($0)=\($1)" }) { environment in
        unsafe launch(&started, path, arguments, environment, folder.path, [input, output, errors])
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    identifier = started
  }

  /// The number by which the system knows it.
  var processIdentifier: Int { Int(identifier) }

  /// Sends it a signal, unless it has ended.
  func signal(_ number: Int32) {
    if ending == nil { kill(identifier, number) }
  }

  /// Waits for its end: its exit status, or 128 + n when signal n ended it.
  func wait() -> Int32 { take(options: 0) ?? -1 }

  /// How it ended; nil while it runs.
  var status: Int32? { take(options: WNOHANG) }

  private func take(options: Int32) -> Int32? {
    if let ending { return ending }
    var word: Int32 = 0
    while true {
      let found = unsafe waitpid(identifier, &word, options)
      if found == identifier { break }
      guard found < 0, errno == EINTR else { return nil }
    }
    let signal = word & 0x7F
    ending = signal == 0 ? (word >> 8) & 0xFF : 128 + signal
    return ending
  }
}

/// Calls `body` with a list of C strings as `exec` wants it.
private func withStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var list = unsafe strings.map { unsafe strdup($0) }
  unsafe list.append(nil)
  defer { for index in strings.indices { unsafe free(list[index]) } }
  return unsafe body(list)
}
