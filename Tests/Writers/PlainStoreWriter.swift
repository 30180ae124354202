import CSQLite

/// Puts batches of twenty rows into a file of SQLite, with settings that a store would not have.
struct PlainStoreWriter {
  let path: String

  /// Writes three batches under a journal and a care for the device, and says the number of each.
  func run(_ words: [String]) throws {
    var opened: OpaquePointer?
    guard unsafe sqlite3_open(path, &opened) == SQLITE_OK else { throw WriterError.wrong("open") }
    func run(_ sql: String) throws {
      guard unsafe sqlite3_exec(opened, sql, nil, nil, nil) == SQLITE_OK else {
        throw WriterError.wrong(sql)
      }
    }
    try run("PRAGMA journal_mode=\(words[0]); PRAGMA synchronous=\(words[1])")
    try run("CREATE TABLE rows (batch INTEGER, ordinal INTEGER, text TEXT)")
    for batch in 1...3 {
      try run(
        """
        BEGIN IMMEDIATE;
        WITH RECURSIVE count(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM count WHERE n < 20)
        INSERT INTO rows SELECT \(batch), n, hex(zeroblob(200)) FROM count;
        COMMIT
        """)
      say("\(batch)")
    }
    unsafe sqlite3_close(opened)
  }
}
