/// Whether a file is a store, and of which version: by the marks in it.
enum StoreIdentity {
  /// Refuses a foreign file and a newer store, before anything is done that could change it.
  static func check(_ path: String, _ schema: Schema, _ limits: StoreLimits) throws(StoreError) {
    // What is only read is not changed, not even its log. And by SQLite alone: whoever else closed the
    // file would take away the locks of a connection that this process has already.
    let database = try Database(path: path, mode: .reading, querySeconds: limits.querySeconds)
    database.wait(milliseconds: limits.busyMilliseconds)
    do throws(StoreError) {
      _ = try version(in: database, schema)
    } catch .readOnly {
      // Its last writer was stopped in the middle, and reading it means to bring it in order first.
    }
  }

  /// The version of a store; 0 for a file that is still empty.
  static func version(in database: Database, _ schema: Schema) throws(StoreError) -> Int {
    // By one statement, and so of one moment: another process may be making a store of the file.
    let statement = try database.prepare(
      """
      SELECT application_id, user_version, EXISTS (SELECT 1 FROM sqlite_schema)
      FROM pragma_application_id, pragma_user_version
      """, name: "looking at the file")
    guard try statement.step() else { throw .refused(path: database.path, .foreign) }
    let (application, version) = (Int(statement.whole(0)), Int(statement.whole(1)))
    if application == 0, version == 0, statement.whole(2) == 0 { return 0 }
    guard application == Schema.application else { throw .refused(path: database.path, .foreign) }
    guard version <= schema.version else {
      throw .refused(path: database.path, .newer(version: version, known: schema.version))
    }
    return version
  }
}
