internal import CSQLite
internal import Files

/// A prepared statement; the values of its parameters, and the row that it stands on.
///
/// Parameters count from 1 and columns from 0, as in SQL.
@safe
package final class Statement {
  let name: String
  private let handle: OpaquePointer
  // Unowned would not do: the statement needs its connection until it is finalised.
  private let database: Database
  private let clock: QueryClock
  /// How long SQLite has worked on the run that goes on, in seconds; who takes its time with the rows does
  /// that at no cost of the query.
  private var worked = 0.0
  /// How long it worked on the last run, in seconds.
  private(set) var duration = 0.0
  /// Whether somebody is in the middle of its rows.
  var isInUse = false

  init(_ handle: OpaquePointer, name: String, of database: Database, _ clock: QueryClock) {
    unsafe self.handle = handle
    self.name = name
    self.database = database
    self.clock = clock
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  // MARK: Running

  /// Goes to the next row; returns false behind the last.
  package func step() throws(StoreError) -> Bool {
    let start = MonotonicClock.seconds
    clock.start(at: start - worked)
    defer {
      clock.stop()
      worked += MonotonicClock.seconds - start
    }
    let status = unsafe sqlite3_step(handle)
    switch status {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.error(status, in: name)
    }
  }

  /// Runs it to its end, where it gives no rows.
  package func run() throws(StoreError) {
    while try step() {}
  }

  /// Makes it ready for the next run; the values stay.
  func reset() {
    (duration, worked) = (worked, 0)
    // What went wrong was said by the step.
    _ = unsafe sqlite3_reset(handle)
  }

  /// Forgets the values, also those that point into memory of others.
  func clear() { _ = unsafe sqlite3_clear_bindings(handle) }

  // MARK: Values

  /// Gives a parameter a whole number.
  package func bind(_ index: Int32, _ value: Int64) throws(StoreError) {
    try check(unsafe sqlite3_bind_int64(handle, index, value))
  }

  /// Gives a parameter a whole number.
  package func bind(_ index: Int32, _ value: Int) throws(StoreError) {
    try bind(index, Int64(value))
  }

  /// Gives a parameter a whole number, or NULL.
  package func bind(_ index: Int32, _ value: Int64?) throws(StoreError) {
    if let value { try bind(index, value) } else { try bindNull(index) }
  }

  /// Gives a parameter a number; one that is not finite is refused, for SQLite would keep NULL.
  package func bind(_ index: Int32, _ value: Double) throws(StoreError) {
    guard value.isFinite else {
      throw .refusedRow(path: database.path, statement: name, detail: "a number is not finite")
    }
    try check(unsafe sqlite3_bind_double(handle, index, value))
  }

  /// Gives a parameter a text, which is copied.
  package func bind(_ index: Int32, _ value: String) throws(StoreError) {
    try check(unsafe sqlite3_bind_text(handle, index, value, Int32(value.utf8.count), copied))
  }

  /// Gives a parameter a text, or NULL.
  package func bind(_ index: Int32, _ value: String?) throws(StoreError) {
    if let value { try bind(index, value) } else { try bindNull(index) }
  }

  /// Gives a parameter bytes, which are copied.
  package func bind(_ index: Int32, bytes: Span<UInt8>) throws(StoreError) {
    let status = unsafe bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else {
        return unsafe sqlite3_bind_zeroblob(handle, index, 0)
      }
      return unsafe sqlite3_bind_blob64(handle, index, start, UInt64(raw.count), copied)
    }
    try check(status)
  }

  /// Gives a parameter a text that stays where it is until the statement is cleared.
  func bind(_ index: Int32, staying bytes: UnsafeRawBufferPointer) throws(StoreError) {
    // Of no bytes there may be no address, and a null pointer would mean NULL.
    guard let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
      return try bind(index, "")
    }
    try check(unsafe sqlite3_bind_text(handle, index, start, Int32(bytes.count), nil))
  }

  /// Gives a parameter NULL.
  package func bindNull(_ index: Int32) throws(StoreError) {
    try check(unsafe sqlite3_bind_null(handle, index))
  }

  private func check(_ status: Int32) throws(StoreError) {
    guard status == SQLITE_OK else { throw database.error(status, in: name) }
  }

  // MARK: The row

  /// Whether a column of the row holds NULL.
  package func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A column as a whole number; 0 for NULL.
  package func whole(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A column as a whole number; nil for NULL.
  package func wholeOrNil(_ column: Int32) -> Int64? { isNull(column) ? nil : whole(column) }

  /// A column as a number; 0 for NULL.
  package func real(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  /// A column as a text; empty for NULL.
  package func text(_ column: Int32) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  /// A column as a text; nil for NULL.
  package func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// A column as bytes.
  package func bytes(_ column: Int32) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// Tells SQLite to copy what it is given; the macro for it does not come through to Swift.
private var copied: sqlite3_destructor_type {
  unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
