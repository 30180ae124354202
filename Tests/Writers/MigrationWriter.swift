import Store

/// Brings a store of tests to a version, by a schema that gains a column and a table with each.
struct MigrationWriter {
  let path: String

  /// Says when it is done.
  func run(_ words: [String]) throws {
    let schema = Self.schema(Int(words[0]) ?? 1)
    _ = try Store(path: path, access: .creating, limits: StoreLimits(), schema: schema)
    say("done")
  }

  /// The schema that leads to a version.
  static func schema(_ version: Int) -> Schema { Schema(steps: (1...max(1, version)).map(step)) }

  private static func step(to version: Int) -> Schema.Step {
    let first = [
      "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
      """
      WITH RECURSIVE count(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM count WHERE n < 500)
      INSERT INTO things (name) SELECT 'thing ' || n FROM count
      """,
    ]
    let later = [
      "ALTER TABLE things ADD COLUMN extra_\(version) INTEGER NOT NULL DEFAULT \(version)",
      "CREATE TABLE more_\(version) (id INTEGER PRIMARY KEY, extra INTEGER) STRICT",
      "INSERT INTO more_\(version) SELECT id, extra_\(version) FROM things",
    ]
    return Schema.Step(version: version, statements: version == 1 ? first : later)
  }
}
