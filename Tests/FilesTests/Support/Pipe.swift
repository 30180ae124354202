import Files
import Foundation

/// A pipe whose ends are closed with it, or before.
final class Pipe: @unchecked Sendable {
  // Sendable, because each end is used by one thread at a time in these tests.
  private(set) var reading: Int32
  private(set) var writing: Int32

  /// Makes a pipe; from then on a closed pipe is an error in this process and not a signal.
  init() {
    _ = signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    let code = unsafe pipe(&ends)
    precondition(code == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  func send(_ text: String) {
    let sent = unsafe write(writing, text, text.utf8.count)
    precondition(sent == text.utf8.count)
  }

  /// Reads until the writer has closed its end.
  func receiveAll() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe read(reading, &buffer, buffer.count), count > 0 {
      result += buffer.prefix(count)
    }
    return result
  }

  /// System calls in which opening a path gives the end to read from.
  var inputCalls: SystemCalls {
    var calls = SystemCalls.real
    calls.open = { [reading] _, _, _ throws(Errno) in try SystemCalls.real.duplicate(reading) }
    return calls
  }
}

func setNonBlocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}
