package import Foundation

/// A program that is running, with both ends of its streams in hand.
package final class RunningProgram {
  private let child: Child
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var pending: [UInt8] = []

  /// Starts a program.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    in folder: URL = Checkout.root
  ) throws {
    child = try Child(
      path, arguments, environment: environment, in: folder,
      input: input.fileHandleForReading.fileDescriptor,
      output: output.fileHandleForWriting.fileDescriptor,
      errors: errors.fileHandleForWriting.fileDescriptor)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
    try errors.fileHandleForWriting.close()
  }

  deinit {
    if child.status == nil {
      child.signal(SIGKILL)
      _ = child.wait()
    }
  }

  /// Writes to its standard input.
  package func write(_ text: String) {
    let isWritten = DispatchSemaphore(value: 0)
    feed(Array(text.utf8)) { isWritten.signal() }
    isWritten.wait()
  }

  /// Writes to its standard input while its output is being read.
  package func feed(_ bytes: [UInt8], onEnd: @escaping @Sendable () -> Void = {}) {
    input.fileHandleForWriting.writeQuietly(Data(bytes), thenClose: false, onEnd: onEnd)
  }

  /// Closes its standard input.
  package func endInput() throws {
    try input.fileHandleForWriting.close()
  }

  /// The next line of its output; nil when none has come within the time.
  package func line(within seconds: Double) -> String? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var entry = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let left = deadline.timeIntervalSinceNow
      guard left > 0, unsafe poll(&entry, 1, Int32(left * 1000)) > 0 else { return nil }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      pending += data
    }
  }

  /// What has come of a line that has no end yet.
  package var unfinishedLine: String { String(decoding: pending, as: UTF8.self) }

  /// Closes the reading end of its output.
  package func stopReading() throws {
    try output.fileHandleForReading.close()
  }

  /// Sends it a signal.
  package func signal(_ number: Int32) {
    child.signal(number)
  }

  /// The most memory that it has held so far, in bytes; nil where the system does not say.
  package var peakMemory: Int? {
    let status = try? String(
      contentsOfFile: "/proc/\(child.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let digits = line?.filter { $0 >= "0" && $0 <= "9" }
    return digits.flatMap { Int($0) }.map { $0 * 1024 }
  }

  /// Waits for its end; nil when it is still running after the time.
  package func status(within seconds: Double) -> Int32? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let status = child.status { return status }
      if Date() > deadline { return nil }
      usleep(2_000)
    }
  }
}
