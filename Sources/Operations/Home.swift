package import Files

/// The folder that holds everything angelx remembers.
package struct Home: Sendable, Equatable {
  /// The folder.
  package let folder: String

  /// The home of a folder that was named, or else of the one that variables name.
  ///
  /// Nil where neither says where it is.
  ///
  /// - Parameter value: the value of a variable.
  package init?(named folder: String?, _ value: (_ variable: String) -> String?) {
    func variable(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let folder = folder ?? variable("ANGELX_HOME") {
      self.folder = folder
    } else if let state = variable("XDG_STATE_HOME") {
      self.folder = "\(state)/angelx"
    } else if let user = variable("HOME") {
      self.folder = "\(user)/.local/state/angelx"
    } else {
      return nil
    }
  }

  /// The store, unless another one is named.
  package var store: String { "\(folder)/angelx.db" }
  /// What is there while everything that could open risk is to stop.
  package var killSwitch: String { "\(folder)/KILL" }
  /// The log of what was done.
  package var auditLog: String { "\(folder)/audit.jsonl" }
  /// The folder of sessions at brokers.
  package var sessions: String { "\(folder)/sessions" }
  /// What is fixed for the trading day.
  package var freeze: String { "\(folder)/freeze.json" }

  /// All files of it.
  package var files: [String] { [store, killSwitch, auditLog, freeze] }

  /// Makes the folder, for its owner alone, where it is not there.
  package func make() throws(FileError) { try Folder.make(folder) }

  /// Takes the lock under a name, which one process at a time has, and holds it while the result lives.
  ///
  /// - Throws: A ``FileError``, and ``AuditError/busy(path:milliseconds:)`` where it is not free in time.
  package func lock(_ name: String, atMost milliseconds: Int32) throws -> JournalFile {
    try make()
    let file = try JournalFile(appendingTo: "\(folder)/\(name).lock")
    guard try file.lock(atMost: milliseconds) else {
      throw AuditError.busy(path: file.path, milliseconds: milliseconds)
    }
    return file
  }
}
