/// A statement of SQL with the name by which the store knows it.
///
/// All of them are declared beside their tables and listed in ``Query/all``: nothing is ever asked with
/// text that was put together from what a user wrote.
package struct Query: Sendable {
  /// How a query may go about its work.
  enum Plan {
    /// By an index, which is checked.
    case indexed
    /// Along an index, of which it needs the first few rows.
    case inOrder
    /// Row by row, because it is about all rows, or about a table of a few.
    case reading
  }

  /// The name in messages and in the record of slow statements, such as `cache.find`.
  package let name: String
  let sql: String
  let plan: Plan

  init(_ name: String, plan: Plan = .indexed, _ sql: String) {
    self.name = name
    self.sql = sql
    self.plan = plan
  }
}
