/// The insertion of rows into a table, many by one statement.
///
/// A row whose natural key is there already is left out, so that a run that is repeated adds nothing.
package struct RowInsert: Sendable {
  let columns: Int
  let many: Query
  let one: Query

  /// So many rows by one statement take a quarter less than one by one; more gain nothing.
  static let rowsTogether = 50

  init(table: String, columns: [String]) {
    self.columns = columns.count
    func query(_ name: String, rows: Int) -> Query {
      let row = "(\(columns.map { _ in "?" }.joined(separator: ",")))"
      let values = repeatElement(row, count: rows).joined(separator: ",")
      return Query(
        "\(table).\(name)",
        // Whoever adds rows gives all of the transaction up with one that does not fit, and must. So no
        // statement need be undone alone, for which SQLite would copy every page that it changes into
        // a file; it may have ended the transaction already, or left it to be ended.
        "INSERT OR ROLLBACK INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(values) "
          + "ON CONFLICT DO NOTHING")
    }
    many = query("insert_\(Self.rowsTogether)", rows: Self.rowsTogether)
    one = query("insert", rows: 1)
  }

  var queries: [Query] { [many, one] }
}
