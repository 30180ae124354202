internal import Files

/// Brings a store to the schema of this program, or refuses it.
struct Migrator {
  private let database: Database
  private let schema: Schema

  init(_ database: Database, _ schema: Schema) {
    self.database = database
    self.schema = schema
  }

  /// Begins an empty store and brings an older one up to date; refuses a foreign one and a newer one.
  func bringUpToDate(mayWrite: Bool) throws(StoreError) {
    let found = try version()
    if found == schema.version { return }
    guard mayWrite else { throw .readOnly(path: database.path) }
    if found == 0 { return try takeSteps() }
    // One at a time: the copy that a second one made would be of a store that has left the version.
    let turn = try turn()
    let stillFound = try version()
    if stillFound < schema.version {
      try Backup(database).write(ofVersion: stillFound)
      try takeSteps()
    }
    _ = consume turn
  }

  /// The turn of this process, which ends with the value.
  private func turn() throws(StoreError) -> JournalFile {
    do throws(FileError) {
      let file = try JournalFile(appendingTo: "\(database.path).migration")
      if try file.lock(atMost: Self.longestWait) { return file }
    } catch {
      throw .failed(
        path: database.path, statement: "waiting for a migration", code: 0, detail: error.problem)
    }
    throw .busy(path: database.path)
  }

  /// How long the migration of another process may take, in milliseconds.
  private static let longestWait: Int32 = 60_000

  private func takeSteps() throws(StoreError) {
    try database.run("BEGIN IMMEDIATE", name: "begin")
    do throws(StoreError) {
      // Another process may have done it while this one waited.
      for step in schema.steps(after: try version()) { try take(step) }
      try database.run("COMMIT", name: "commit")
    } catch {
      if database.isInTransaction { try? database.run("ROLLBACK", name: "rollback") }
      throw error
    }
  }

  private func take(_ step: Schema.Step) throws(StoreError) {
    let name = "step to version \(step.version)"
    for statement in step.statements { try database.run(statement, name: name) }
    try database.run("PRAGMA application_id=\(Schema.application)", name: name)
    try database.run("PRAGMA user_version=\(step.version)", name: name)
    let broken = try database.texts("PRAGMA foreign_key_check", name: name)
    guard broken.isEmpty else {
      throw .damaged(
        path: database.path, detail: "rows of \(broken[0]) refer to rows that are not there")
    }
  }

  private func version() throws(StoreError) -> Int {
    try StoreIdentity.version(in: database, schema)
  }
}
