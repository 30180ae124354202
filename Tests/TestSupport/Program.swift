package import Foundation

/// Runs programs and collects what they say.
package struct Program: Sendable {
  /// How a run ended.
  package struct Result: Sendable, Equatable {
    /// The bytes on standard output.
    package var output: [UInt8]
    /// The bytes on standard error.
    package var errors: [UInt8]
    /// The exit status; 128 + n for a program ended by signal n.
    package var status: Int32

    /// Creates a result.
    package init(output: [UInt8], errors: [UInt8], status: Int32) {
      self.output = output
      self.errors = errors
      self.status = status
    }

    /// Standard output as text.
    package var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The program under test: built beside the tests, or named by `ANGELX_BINARY`.
  package static let angelx: String = {
    if let named = ProcessInfo.processInfo.environment["ANGELX_BINARY"] { return named }
    return Checkout.root.appending(path: ".build/debug/angelx").path
  }()

  /// Whether the program under test is the one that is released.
  package static var isRelease: Bool { angelx.contains("/release/") }

  /// Whether a program of this name is installed.
  package static func isInstalled(_ name: String) -> Bool {
    path(of: name) != nil
  }

  /// Where a program of this name is installed.
  package static func path(of name: String, in folders: String? = nil) -> String? {
    let folders = folders ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments.
  ///   - input: what it reads from standard input.
  ///   - environment: its whole environment.
  ///   - folder: where it runs.
  package static func run(
    _ path: String, _ arguments: [String] = [], input: [UInt8] = [],
    environment: [String: String] = [:], in folder: URL = Checkout.root
  ) throws -> Result {
    let (inPipe, outPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
    let child = try Child(
      path, arguments, environment: environment, in: folder,
      input: inPipe.fileHandleForReading.fileDescriptor,
      output: outPipe.fileHandleForWriting.fileDescriptor,
      errors: errorPipe.fileHandleForWriting.fileDescriptor)
    try inPipe.fileHandleForReading.close()
    try outPipe.fileHandleForWriting.close()
    try errorPipe.fileHandleForWriting.close()
    // Both outputs are read before the end is waited for: a full pipe would stop the program.
    let output = Collected(outPipe.fileHandleForReading)
    let errors = Collected(errorPipe.fileHandleForReading)
    inPipe.fileHandleForWriting.writeQuietly(Data(input), thenClose: true) {}
    let status = child.wait()
    return Result(output: output.bytes(), errors: errors.bytes(), status: status)
  }

  /// Runs a line of the shell in which `angelx` is the program under test.
  package static func shell(
    _ line: String, input: [UInt8] = [], environment: [String: String] = [:],
    in folder: URL = Checkout.root
  ) throws -> Result {
    var surroundings = environment
    let own = URL(filePath: angelx).deletingLastPathComponent().path
    surroundings["PATH"] = "\(own):/usr/local/bin:/usr/bin:/bin"
    return try run(
      "/bin/sh", ["-c", line], input: input, environment: surroundings, in: folder)
  }
}

/// What comes out of a pipe, read on a thread of its own.
private final class Collected: @unchecked Sendable {
  // Sendable, because the data is only asked for after the semaphore says that it is whole.
  private var data = Data()
  private let isWhole = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    let thread = Thread { [self] in
      data = (try? handle.readToEnd()) ?? Data()
      isWhole.signal()
    }
    thread.start()
  }

  func bytes() -> [UInt8] {
    isWhole.wait()
    return Array(data)
  }
}
