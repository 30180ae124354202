internal import Files

/// How a connection is set up, and how it is proved that SQLite does what was asked of it.
enum Opening {
  /// Opens a store as often as another process stands in the way, for as long as that may take.
  ///
  /// SQLite waits by itself for most locks, but not for those of the change to a log, which the first
  /// users of a new store all make at once.
  static func patiently<Result>(
    _ limits: StoreLimits, _ open: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let end = MonotonicClock.seconds + Double(limits.busyMilliseconds) / 1000
    while true {
      do throws(StoreError) {
        return try open()
      } catch .busy where MonotonicClock.seconds < end {
        _ = try? SystemCalls.real.wait(-1, -1, -1, pauseMilliseconds)
      }
    }
  }

  private static let pauseMilliseconds: Int32 = 5

  /// Opens the file, makes sure that it is a store, and puts every setting in place.
  static func database(
    _ path: String, _ access: Store.Access, _ limits: StoreLimits, _ schema: Schema
  ) throws(StoreError) -> Database {
    let database = try Database(
      path: path, mode: access == .reading ? .reading : .writing,
      querySeconds: limits.querySeconds)
    // Before any other setting: even these can find the file held by another process.
    database.wait(milliseconds: limits.busyMilliseconds)
    // Settings change the file, so they come after it is known to be ours.
    _ = try StoreIdentity.version(in: database, schema)
    // The page size counts only for a file that is still empty.
    let settings =
      access.mayWrite ? [("page_size", "8192")] + writing + reading : notWriting + reading
    for (name, value) in settings {
      try database.run("PRAGMA \(name)=\(value)", name: "setting \(name)")
    }
    for (name, value) in access.mayWrite ? writing + reading : notWriting + reading {
      let found = try database.text("PRAGMA \(name)", name: "reading \(name)") ?? "nothing"
      guard found == readBack[value] ?? value else {
        throw .refused(path: path, .setting(name: name, wanted: value, found: found))
      }
    }
    return database
  }

  /// What makes a committed transaction outlive a power cut.
  private static let writing = [
    ("journal_mode", "wal"), ("synchronous", "FULL"), ("fullfsync", "1"),
    ("checkpoint_fullfsync", "1"),
  ]

  /// What keeps a connection from changing anything that could write.
  ///
  /// One that only looks is such a connection, because it takes away the log and the shared memory that it
  /// had to make; one that is opened to read leaves them behind.
  private static let notWriting = [("query_only", "ON")]

  /// What keeps a damaged or foreign file from doing harm.
  private static let reading = [
    ("foreign_keys", "ON"), ("trusted_schema", "OFF"), ("cell_size_check", "ON"),
  ]

  /// How SQLite spells what it was told in words.
  private static let readBack = ["FULL": "2", "ON": "1", "OFF": "0"]

  /// Looks through a store whose last user did not come to its end.
  ///
  /// By a connection that only reads: one that writes would bring the log into a damaged store when it
  /// closes, and with the log the sign that it is to be looked at. However long it takes, it is not left out.
  static func quickCheck(_ path: String, _ limits: StoreLimits) throws(StoreError) {
    let database = try Database(path: path, mode: .reading, querySeconds: .infinity)
    database.wait(milliseconds: limits.busyMilliseconds)
    let findings: [String]
    do throws(StoreError) {
      findings = try database.texts("PRAGMA quick_check(3)", name: "quick check")
    } catch .readOnly {
      // What was stopped is its making, before it had a log: to read it is to take that back.
      return
    }
    guard findings == ["ok"] else {
      throw .damaged(path: path, detail: findings.joined(separator: "; "))
    }
  }
}
