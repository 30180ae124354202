package import Foundation

/// What is found in a folder after the power came back, and what the program had said before.
package struct DiskState: Sendable, Equatable {
  package let files: [String: Data]
  package let said: [String]

  /// Two states with the same files and the same promises are one.
  var fingerprint: Int {
    var hasher = Hasher()
    hasher.combine(said.count)
    for (name, content) in files.sorted(by: { $0.key < $1.key }) {
      hasher.combine(name)
      hasher.combine(content.count)
      unsafe content.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  /// Writes the files into an empty folder, readable by their owner alone.
  package func write(to folder: Scratch) throws {
    for (name, content) in files {
      let path = folder(name)
      guard
        FileManager.default.createFile(
          atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}
