internal import Files

/// A whole copy of a store beside it, checked before it gets its name.
struct Backup {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The name of the copy that is made before a store leaves a version.
  static func path(of store: String, version: Int) -> String { "\(store).version-\(version)" }

  /// Writes the copy; one of the same version that is there is replaced when the new one is whole.
  func write(ofVersion version: Int) throws(StoreError) {
    let target = Self.path(of: database.path, version: version)
    do throws(FileError) {
      let file = try AtomicFile(path: target, isPrivate: true)
      try fill(file.temporaryPath, for: target)
      try file.commit()
    } catch {
      throw Self.error(error)
    }
  }

  /// Has SQLite write into the empty file, which is a temporary one, and looks at the result.
  private func fill(_ temporary: String, for target: String) throws(FileError) {
    // SQLite leaves its journal when the disk is full.
    defer { try? SystemCalls.real.unlink("\(temporary)-journal") }
    do throws(StoreError) {
      try database.withoutTimeLimit { () throws(StoreError) in
        try database.run("VACUUM INTO '\(Self.doubled(temporary))'", name: "backup")
      }
      let copy = try Database(path: temporary, mode: .reading, querySeconds: .infinity)
      let findings = try copy.texts("PRAGMA integrity_check(3)", name: "check of the backup")
      guard findings == ["ok"] else { throw .damaged(path: target, detail: findings[0]) }
    } catch .full {
      throw .cannotWrite(path: target, reason: .full)
    } catch {
      throw .cannotWrite(path: target, reason: .inputOutput)
    }
  }

  private static func error(_ error: FileError) -> StoreError {
    switch error {
    case .cannotWrite(let path, let reason) where reason.isFull: .full(path: path)
    case .cannotCreate(let path, let reason) where reason.isFull: .full(path: path)
    case .cannotCreate(let path, let reason): .cannotOpen(path: path, reason: reason)
    default:
      .failed(path: error.path, statement: "backup", code: 0, detail: error.problem)
    }
  }

  /// A text for quotes of SQL, the quotes in it doubled.
  private static func doubled(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}
