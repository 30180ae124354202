import CLaunch
import Foundation
import Synchronization

/// A program that runs beside the test.
///
/// Its end is taken from the system at once, whoever asks for it and when: while one that has ended
/// still stands there, what watches over exit tests goes round and round and takes a processor away.
final class Child: Sendable {
  private let identifier: pid_t
  private let ending: Ending

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
    ending = Ending(of: started)
  }

  /// The number by which the system knows it.
  var processIdentifier: Int { Int(identifier) }

  /// Sends it a signal, unless it has ended.
  func signal(_ number: Int32) { ending.unlessReached { kill(identifier, number) } }

  /// Waits for its end: its exit status, or 128 + n when signal n ended it.
  func wait() -> Int32 { ending.wait() }

  /// How it ended; nil while it runs.
  var status: Int32? { ending.status }
}

/// How a program ended, once it has.
private final class Ending: Sendable {
  private let found = Mutex<Int32?>(nil)
  private let isReached = DispatchSemaphore(value: 0)

  /// Begins to wait for the end of a child, which nobody else may wait for.
  init(of child: pid_t) {
    Thread.detachNewThread { [self] in
      var information = unsafe siginfo_t()
      // Its number stays its own until it is taken from the system, so no signal meets another one.
      while unsafe waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {
      }
      found.withLock { $0 = Self.take(child) }
      isReached.signal()
    }
  }

  private static func take(_ child: pid_t) -> Int32 {
    var word: Int32 = 0
    while unsafe waitpid(child, &word, 0) != child {
      guard errno == EINTR else { return -1 }
    }
    let signal = word & 0x7F
    return signal == 0 ? (word >> 8) & 0xFF : 128 + signal
  }

  var status: Int32? { found.withLock { $0 } }

  func wait() -> Int32 {
    isReached.wait()
    isReached.signal()
    return status ?? -1
  }

  func unlessReached(_ body: () -> Void) {
    found.withLock { if $0 == nil { body() } }
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
