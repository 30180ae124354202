#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is needed only while the program runs.
///
/// Only its owner can read it. It is removed when the value goes away, and also when a signal ends the
/// program (see ``SignalPolicy``).
package struct ScratchFile: ~Copyable {
  private let descriptor: Descriptor
  private let name: TemporaryName

  /// Creates an empty file with a name of its own.
  ///
  /// - Parameters:
  ///   - folder: Where it is created.
  ///   - calls: The system calls to use.
  /// - Throws: ``FileError/cannotCreate(path:reason:)``.
  package init(in folder: String, calls: SystemCalls = .real) throws(FileError) {
    let unique = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let path = "\(folder)/angelx-\(unique).tmp"
    do throws(Errno) {
      descriptor = try Descriptor(
        opening: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o600,
        calls: calls)
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
    name = TemporaryName(path: path, calls: calls)
  }

  /// The path under which it can be read.
  package var path: String { name.path }

  /// Appends bytes.
  package func write(_ bytes: Span<UInt8>) throws(FileError) {
    do throws(Errno) {
      unsafe try bytes.withUnsafeBytes { raw throws(Errno) in unsafe try descriptor.writeAll(raw) }
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }
}
