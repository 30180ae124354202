internal import CSQLite
internal import Files

/// A connection of SQLite to one file, closed when it goes away.
@safe
final class Database {
  let path: String
  private let handle: OpaquePointer
  private let clock: QueryClock

  /// The version of the library.
  static let libraryVersion = unsafe String(cString: sqlite3_libversion())

  /// The ways to open a file.
  enum Mode {
    case reading, writing
    /// To write to tables of its own, which go with the connection.
    case passing

    fileprivate var flags: Int32 {
      // One connection belongs to one thread, which saves SQLite its locks.
      switch self {
      case .reading: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
      case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
      case .passing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
      }
    }
  }

  /// Opens a file that is there, or tables that go with the connection.
  init(path: String, mode: Mode, querySeconds: Double) throws(StoreError) {
    var opened: OpaquePointer?
    // A leading colon or "file:" would be more than a path to SQLite.
    let plain = path.hasPrefix("/") ? path : "./\(path)"
    // Without a name the file is a nameless one that SQLite makes when memory does not do.
    let place = mode == .passing ? "" : plain
    let status = unsafe sqlite3_open_v2(place, &opened, mode.flags, nil)
    guard let opened = unsafe opened else {
      throw .cannotOpen(path: path, reason: .outOfMemory)
    }
    self.path = path
    unsafe handle = opened
    clock = QueryClock(seconds: querySeconds)
    guard status == SQLITE_OK else { throw error(status, in: "opening") }
    unsafe sqlite3_extended_result_codes(opened, 1)
    unsafe clock.watch(opened)
  }

  deinit {
    // Statements were finalised before; this one closes the file even where one was not.
    unsafe sqlite3_close_v2(handle)
  }

  /// How long the connection waits for another one.
  func wait(milliseconds: Int32) {
    unsafe sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Does what takes as long as it takes.
  func withoutTimeLimit<Result>(
    _ work: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let seconds = clock.seconds
    clock.seconds = .infinity
    defer { clock.seconds = seconds }
    return try work()
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Prepares a statement.
  func prepare(_ sql: String, name: String) throws(StoreError) -> Statement {
    var prepared: OpaquePointer?
    let status = unsafe sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let prepared = unsafe prepared else {
      throw error(status, in: name)
    }
    return unsafe Statement(prepared, name: name, of: self, clock)
  }

  /// Runs statements that give no rows.
  func run(_ sql: String, name: String) throws(StoreError) {
    clock.start(at: MonotonicClock.seconds)
    defer { clock.stop() }
    let status = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw error(status, in: name) }
  }

  /// The first column of the first row as a text; nil without a row.
  func text(_ sql: String, name: String) throws(StoreError) -> String? {
    let statement = try prepare(sql, name: name)
    return try statement.step() ? statement.text(0) : nil
  }

  /// The first column of all rows as texts.
  func texts(_ sql: String, name: String) throws(StoreError) -> [String] {
    let statement = try prepare(sql, name: name)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  /// What a result code of SQLite means.
  func error(_ code: Int32, in statement: String) -> StoreError {
    let detail = unsafe String(cString: sqlite3_errmsg(handle))
    let system = Errno(unsafe sqlite3_system_errno(handle))
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy(path: path)
    case SQLITE_FULL: return .full(path: path)
    case SQLITE_IOERR where system.isFull, SQLITE_CANTOPEN where system.isFull:
      return .full(path: path)
    // The shared memory of the log grows by a hole, and a full disk shows when it is touched.
    case SQLITE_IOERR where code == Self.noRoomForSharedMemory: return .full(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .damaged(path: path, detail: detail)
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path: path)
    case SQLITE_INTERRUPT: return .timedOut(path: path, statement: statement)
    case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG:
      return .refusedRow(path: path, statement: statement, detail: detail)
    case SQLITE_CANTOPEN: return .cannotOpen(path: path, reason: system)
    default: return .failed(path: path, statement: statement, code: code, detail: detail)
    }
  }

  /// `SQLITE_IOERR_SHMSIZE`, whose macro does not come through to Swift.
  private static let noRoomForSharedMemory = SQLITE_IOERR | 19 << 8
}
