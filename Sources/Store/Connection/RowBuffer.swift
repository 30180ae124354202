/// Rows on their way into a table, kept together until there are enough for one statement.
///
/// Values are given in the order of the columns. Texts lie behind each other in memory of the buffer, and
/// SQLite reads them there.
package struct RowBuffer {
  private enum Value {
    case null
    case whole(Int64)
    case real(Double)
    case text(Range<Int>)
  }

  private let insert: RowInsert
  private var values: [Value] = []
  private var texts: [UInt8] = []
  /// How many rows came in, and how many of them were new.
  package private(set) var given = 0
  package private(set) var added = 0

  /// Begins with no rows.
  init(_ insert: RowInsert) {
    self.insert = insert
    values.reserveCapacity(insert.columns * RowInsert.rowsTogether)
  }

  /// Adds a whole number, or NULL.
  package mutating func add(_ value: Int64?) {
    values.append(value.map { .whole($0) } ?? .null)
  }

  /// Adds a number, or NULL.
  package mutating func add(_ value: Double?) {
    values.append(value.map { .real($0) } ?? .null)
  }

  /// Adds a text, or NULL.
  package mutating func add(_ value: String?) {
    guard let value else { return values.append(.null) }
    let start = texts.count
    texts.append(contentsOf: value.utf8)
    values.append(.text(start..<texts.count))
  }

  /// Ends a row; with enough of them all go into the store.
  package mutating func endRow(in store: Store) throws {
    given += 1
    precondition(values.count % insert.columns == 0, "a row has a value for each column")
    if values.count == insert.columns * RowInsert.rowsTogether {
      try write(insert.many, rows: RowInsert.rowsTogether, in: store)
      values.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
  }

  /// Puts the last rows into the store.
  package mutating func finish(in store: Store) throws {
    for start in stride(from: 0, to: values.count, by: insert.columns) {
      try write(insert.one, from: start, rows: 1, in: store)
    }
    values.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  private mutating func write(
    _ query: Query, from start: Int = 0, rows: Int, in store: Store
  ) throws {
    added += unsafe try texts.withUnsafeBytes { texts in
      try store.change(query) { statement in
        for offset in 0..<insert.columns * rows {
          unsafe try Self.bind(values[start + offset], at: Int32(offset + 1), texts, statement)
        }
      }
    }
  }

  private static func bind(
    _ value: Value, at index: Int32, _ texts: UnsafeRawBufferPointer, _ statement: Statement
  ) throws(StoreError) {
    switch value {
    case .null: try statement.bindNull(index)
    case .whole(let number): try statement.bind(index, number)
    case .real(let number): try statement.bind(index, number)
    case .text(let range):
      unsafe try statement.bind(index, staying: UnsafeRawBufferPointer(rebasing: texts[range]))
    }
  }
}

extension Store {
  /// Puts rows into a table; the body adds them one by one.
  ///
  /// It belongs into a transaction, which makes all of them durable at once.
  ///
  /// - Returns: how many rows came, and how many of them were new.
  package func insert(
    _ rows: RowInsert, _ body: (_ buffer: inout RowBuffer) throws -> Void
  ) throws -> (given: Int, added: Int) {
    precondition(database.isInTransaction, "many rows are added all together or not at all")
    var buffer = RowBuffer(rows)
    try body(&buffer)
    try buffer.finish(in: self)
    return (buffer.given, buffer.added)
  }
}
