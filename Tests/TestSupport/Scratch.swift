package import Foundation

/// A folder of its own for one test, removed with it.
package final class Scratch: Sendable {
  /// Where it is.
  package let path: String

  /// Makes an empty folder.
  package convenience init() throws {
    try self.init(in: NSTemporaryDirectory())
  }

  /// Makes an empty folder in memory, where the system has such a place, as syncs are quick there.
  package static func inMemory() throws -> Scratch {
    let place = "/dev/shm/"
    let isThere = FileManager.default.isWritableFile(atPath: place)
    return try Scratch(in: isThere ? place : NSTemporaryDirectory())
  }

  private init(in folder: String) throws {
    path = folder + "angelx-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path as an URL.
  package var url: URL { URL(filePath: path) }

  /// The path of a name in the folder.
  package func callAsFunction(_ name: String) -> String {
    path + "/" + name
  }

  /// The names in the folder, hidden ones included.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// Writes a file, and the folders that its name asks for.
  ///
  /// - Returns: its path.
  @discardableResult
  package func put(_ name: String, _ bytes: [UInt8], permissions: mode_t = 0o644) throws -> String {
    let file = URL(filePath: self(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: Int(permissions)], ofItemAtPath: file.path)
    return file.path
  }

  /// Writes a text file.
  @discardableResult
  package func put(_ name: String, _ text: String, permissions: mode_t = 0o644) throws -> String {
    try put(name, Array(text.utf8), permissions: permissions)
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
  }

  /// The content of a file.
  package func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self(name))))
  }

  /// The content of a text file.
  package func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
