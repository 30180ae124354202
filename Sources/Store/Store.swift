/// The store: one SQLite file that several processes may use at once.
///
/// A value belongs to the thread that opened it. Whatever changes the store does so in a transaction, and
/// what a transaction has done is durable when it returns.
package final class Store {
  /// The file as the user named it.
  package let path: String
  package let limits: StoreLimits
  let database: Database
  private let presence: StorePresence
  private let access: Access
  private var statements: StatementCache
  /// Statements that took too long, by name.
  private(set) var slow: [String: SlowStatement] = [:]

  /// The version of SQLite that works here.
  package static let libraryVersion = Database.libraryVersion

  /// What a command wants of the store.
  package enum Access: Sendable, Equatable {
    /// To read and write, and to begin a store where none is.
    case creating
    /// To read and write a store that is there.
    case writing
    /// To read it.
    case reading
    /// To read it and to leave nothing beside it.
    case looking

    var mayWrite: Bool { self == .creating || self == .writing }
  }

  /// Opens a store, begins it where that is asked for, and brings an older one up to date.
  ///
  /// - Throws: ``StoreError``; a file that is not taken for a store is left untouched.
  package convenience init(
    path: String, access: Access = .writing, limits: StoreLimits = StoreLimits()
  ) throws(StoreError) {
    try self.init(path: path, access: access, limits: limits, schema: .current)
  }

  /// Opens a store of a schema of its own.
  package init(
    path: String, access: Access, limits: StoreLimits, schema: Schema
  ) throws(StoreError) {
    self.path = path
    self.limits = limits
    self.access = access
    statements = StatementCache(most: limits.statements)
    try StoreFile.prepare(path, creating: access == .creating)
    try Opening.patiently(limits) { () throws(StoreError) in
      try StoreIdentity.check(path, schema, limits)
    }
    presence = try .signIn(to: path, leavingSign: access != .looking)
    if presence.wasUnclean { try Opening.quickCheck(path, limits) }
    database = try Opening.patiently(limits) { () throws(StoreError) in
      try Opening.database(path, access, limits, schema)
    }
    try Migrator(database, schema).bringUpToDate(mayWrite: access.mayWrite)
  }

  /// Opens a store that nobody else sees and that goes away with this value.
  ///
  /// What is too large for memory lies in a file without a name for as long.
  init(passing limits: StoreLimits) throws(StoreError) {
    path = "<memory>"
    self.limits = limits
    access = .creating
    statements = StatementCache(most: limits.statements)
    presence = .ofNobodyElse
    database = try Database(path: path, mode: .passing, querySeconds: limits.querySeconds)
    // Nothing of it is to outlive the process, so nothing waits for a disk.
    try database.run("PRAGMA synchronous=OFF", name: "setting synchronous")
    try database.run("PRAGMA journal_mode=MEMORY", name: "setting journal_mode")
    try Migrator(database, .current).bringUpToDate(mayWrite: true)
  }

  deinit {
    // Before the connection closes, or SQLite would keep the file open for them.
    statements.removeAll()
  }

  // MARK: Statements

  /// Runs a query; the body gives values to its parameters and goes through its rows.
  ///
  /// Rows are read one by one, so memory stays constant however many there are.
  package func with<Result>(
    _ query: Query, _ body: (Statement) throws -> Result
  ) throws -> Result {
    let statement =
      try statements.statement(of: query.name)
      ?? database.prepare(query.sql, name: query.name)
    statement.isInUse = true
    defer {
      statement.reset()
      statement.clear()
      statement.isInUse = false
      statements.keep(statement)
      note(statement)
    }
    return try body(statement)
  }

  /// Runs a query that changes rows, and returns how many it changed.
  @discardableResult
  package func change(_ query: Query, _ values: (Statement) throws -> Void) throws -> Int {
    try with(query) { statement in
      try values(statement)
      try statement.run()
      return database.changes
    }
  }

  /// Does several changes as one: all of them are durable when it returns, or none is made.
  ///
  /// The writers of all processes take turns; what takes long belongs before it.
  @discardableResult
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    // Immediate: one that reads first and writes later could be refused at once, whatever the wait.
    try database.run("BEGIN IMMEDIATE", name: "begin")
    do {
      let result = try body()
      try database.run("COMMIT", name: "commit")
      return result
    } catch {
      // A full disk may have ended it already, or a row that does not fit.
      if database.isInTransaction { try? database.run("ROLLBACK", name: "rollback") }
      throw error
    }
  }

  /// The pages of a broker's whole list are two thirds of it.
  private static let kibibytesForPages = 24 << 10

  /// Does what changes pages in no order, such as a list that is sorted by nothing, with room for them.
  ///
  /// Without it each of them is written out and read in again many times before the end.
  func withRoomForPages<Result>(_ body: () throws -> Result) throws -> Result {
    let usual = try database.text("PRAGMA cache_size", name: "room for pages") ?? "0"
    try database.run("PRAGMA cache_size=-\(Self.kibibytesForPages)", name: "more room for pages")
    // Where it stays so, the only harm is to memory.
    defer { try? database.run("PRAGMA cache_size=\(usual)", name: "less room for pages") }
    return try body()
  }

  /// How many statements are kept prepared.
  var keptStatements: Int { statements.count }

  /// Remembers what took long, to be kept in the store by ``keepSlowStatements(at:)``.
  private func note(_ statement: Statement) {
    let milliseconds = statement.duration * 1000
    if milliseconds >= limits.slowMilliseconds {
      slow[statement.name, default: SlowStatement()].add(milliseconds)
    }
  }

  /// Hands over what was slow since the last time.
  func takeSlowStatements() -> [String: SlowStatement] {
    defer { slow = [:] }
    return slow
  }
}
