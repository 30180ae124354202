/// Prepared statements by the names of their queries; the one that was longest not used goes first.
struct StatementCache {
  private struct Entry {
    let statement: Statement
    var lastUse: Int
  }

  private var entries: [String: Entry] = [:]
  private var uses = 0
  private let most: Int

  init(most: Int) {
    self.most = most
  }

  var count: Int { entries.count }

  /// The statement of a query, where it is kept and nobody is in the middle of its rows.
  mutating func statement(of name: String) -> Statement? {
    guard let statement = entries[name]?.statement, !statement.isInUse else { return nil }
    uses += 1
    entries[name]?.lastUse = uses
    return statement
  }

  /// Keeps a statement, unless one of its name is kept already.
  mutating func keep(_ statement: Statement) {
    guard most > 0, entries[statement.name] == nil else { return }
    if entries.count >= most { removeOldest() }
    uses += 1
    entries[statement.name] = Entry(statement: statement, lastUse: uses)
  }

  /// Finalises all, which a connection needs before it closes.
  mutating func removeAll() { entries.removeAll() }

  private mutating func removeOldest() {
    let idle = entries.filter { !$0.value.statement.isInUse }
    if let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      entries[oldest.key] = nil
    }
  }
}
