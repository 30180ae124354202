internal import Scalars

/// How SQLite would go about a query.
struct QueryPlan {
  /// The steps that go through more rows than the query declares.
  let scans: [String]

  /// Asks SQLite.
  init(of query: Query, in database: Database) throws(StoreError) {
    let statement = try database.prepare("EXPLAIN QUERY PLAN \(query.sql)", name: query.name)
    var scans: [String] = []
    while try statement.step() {
      let step = statement.text(3)
      if Self.isScan(step), query.plan != .reading,
        query.plan != .inOrder || !step.contains(text: "INDEX")
      {
        scans.append(step)
      }
    }
    self.scans = scans
  }

  private static func isScan(_ step: String) -> Bool {
    // The rows of an INSERT are no table that could have an index, and neither is a list of a query's own.
    step.hasPrefix("SCAN") && !step.contains(text: "CONSTANT ROW")
  }
}
