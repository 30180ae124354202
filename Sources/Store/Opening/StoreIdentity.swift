internal import Files

/// Whether a file is a store, and of which version: by the marks in it.
enum StoreIdentity {
  /// Refuses a foreign file and a newer store, before anything is done that could change it.
  static func check(_ path: String, _ schema: Schema, _ limits: StoreLimits) throws(StoreError) {
    guard try !hasMark(path, schema) else { return }
    // What is only read is not changed, not even its log.
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
    let application = try number("application_id", database)
    let version = try number("user_version", database)
    if application == 0, version == 0, try isEmpty(database) { return 0 }
    guard application == Schema.application else { throw .refused(path: database.path, .foreign) }
    guard version <= schema.version else {
      throw .refused(path: database.path, .newer(version: version, known: schema.version))
    }
    return version
  }

  private static func isEmpty(_ database: Database) throws(StoreError) -> Bool {
    try database.text("SELECT name FROM sqlite_schema LIMIT 1", name: "looking at the file") == nil
  }

  private static func number(_ setting: String, _ database: Database) throws(StoreError) -> Int {
    let text = try database.text("PRAGMA \(setting)", name: "reading \(setting)")
    return text.flatMap { Int($0) } ?? 0
  }

  /// Whether the mark of a store of this version or an older one stands in the head of the file, as nearly
  /// always; a new store may have it in its log alone.
  private static func hasMark(_ path: String, _ schema: Schema) throws(StoreError) -> Bool {
    let head: [UInt8]
    do {
      head = try ByteSource.bytes(of: path, most: 100)
    } catch .cannotOpen(_, let reason) {
      throw .cannotOpen(path: path, reason: reason)
    } catch {
      throw .damaged(path: path, detail: error.problem)
    }
    guard head.count >= 72 else { return head.isEmpty }
    let mark = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    let version = head[60..<64].reduce(0) { $0 << 8 | Int($1) }
    return mark == Schema.application && version <= schema.version
  }
}
