/// Whether a store is sound: its pages, its references, and how it is asked.
package struct StoreCheck {
  /// One thing that was looked at.
  package struct Result: Sendable, Equatable {
    /// What was looked at, such as `integrity`.
    package let check: String
    /// What it is about: a table, a query, or the store.
    package let subject: String
    /// Whether it is as it should be.
    package let isSound: Bool
    /// The figure, where it is one.
    package let figure: Int64?
    /// What was found.
    package let detail: String
  }

  private let store: Store

  /// Creates the check of a store.
  package init(_ store: Store) {
    self.store = store
  }

  /// Looks at everything; a damaged store gives results that say so.
  package func results() throws(StoreError) -> [Result] {
    let schema = try schema()
    let found = try [integrity()] + schema
    // What is not there can be asked nothing.
    guard schema.allSatisfy(\.isSound) else { return try found + sizes() }
    return try found + [references()] + plans() + rows() + sizes()
  }

  /// Every page and every index, which takes seconds for millions of rows.
  private func integrity() throws(StoreError) -> Result {
    let findings = try texts("PRAGMA integrity_check(10)")
    let isSound = findings == ["ok"]
    return Result(
      check: "integrity", subject: "store", isSound: isSound, figure: nil,
      detail: isSound ? "every page and index is sound" : findings.joined(separator: "; "))
  }

  /// Whether every table and index is there as it was made, and nothing beside them.
  private func schema() throws(StoreError) -> [Result] {
    let model = try Database(path: store.path, mode: .passing, querySeconds: .infinity)
    for step in Schema.current.steps {
      for statement in step.statements { try model.run(statement, name: "schema") }
    }
    let (wanted, found) = (try Self.parts(of: model), try Self.parts(of: store.database))
    var findings = wanted.keys.filter { found[$0] == nil }.map { "\($0) is missing" }
    findings += wanted.filter { found[$0.key] != nil && found[$0.key] != $0.value }
      .map { "\($0.key) is not as angelx makes it" }
    findings += found.keys.filter { wanted[$0] == nil }.map { "\($0) is not of angelx" }
    let remedy = "move the store away with its -wal and -shm, and put the newest backup there"
    return [
      Result(
        check: "schema", subject: "store", isSound: findings.isEmpty,
        figure: Int64(findings.count),
        detail: findings.isEmpty
          ? "every table and index is there"
          : (findings.sorted() + [remedy]).joined(separator: "; "))
    ]
  }

  /// Everything that was made in a database, with the text that made it, by its kind and name.
  private static func parts(of database: Database) throws(StoreError) -> [String: String] {
    let statement = try database.prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'",
      name: "check")
    var parts: [String: String] = [:]
    while try statement.step() {
      parts["the \(statement.text(0)) \(statement.text(1))"] = statement.text(2)
    }
    return parts
  }

  private func references() throws(StoreError) -> Result {
    let findings = try texts("PRAGMA foreign_key_check")
    return Result(
      check: "references", subject: "store", isSound: findings.isEmpty,
      figure: Int64(findings.count),
      detail: findings.isEmpty
        ? "every row that another refers to is there"
        : "rows of \(Set(findings).sorted().joined(separator: ", ")) refer to rows that are not there"
    )
  }

  /// Whether each query goes by an index.
  private func plans() throws(StoreError) -> [Result] {
    var results: [Result] = []
    for query in Query.all where query.plan != .reading {
      let scans = try QueryPlan(of: query, in: store.database).scans
      let isSound = scans.isEmpty
      results.append(
        Result(
          check: "plan", subject: query.name, isSound: isSound, figure: nil,
          detail: isSound ? "goes by an index" : scans.joined(separator: "; ")))
    }
    return results
  }

  private func rows() throws(StoreError) -> [Result] {
    var results: [Result] = []
    for table in Tables.all {
      let rows = try number("SELECT count(*) FROM \(table.name)")
      results.append(
        Result(check: "rows", subject: table.name, isSound: true, figure: rows, detail: "rows"))
    }
    return results
  }

  private func sizes() throws(StoreError) -> [Result] {
    let page = try number("PRAGMA page_size")
    let used = try number("PRAGMA page_count") * page
    let free = try number("PRAGMA freelist_count") * page
    return [
      Result(
        check: "bytes", subject: "store", isSound: true, figure: used, detail: "bytes in the file"),
      Result(
        check: "bytes", subject: "free", isSound: true, figure: free,
        detail: "bytes of them that hold nothing now"),
    ]
  }

  private func texts(_ sql: String) throws(StoreError) -> [String] {
    try store.database.texts(sql, name: "check")
  }

  private func number(_ sql: String) throws(StoreError) -> Int64 {
    try store.database.text(sql, name: "check").flatMap { Int64($0) } ?? 0
  }
}
