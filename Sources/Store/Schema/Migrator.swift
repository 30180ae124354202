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
    if found > 0 { try Backup(database).write(ofVersion: found) }
    try database.run("BEGIN IMMEDIATE", name: "begin")
    do throws(StoreError) {
      // Another process may have done it while this one waited for its turn.
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
