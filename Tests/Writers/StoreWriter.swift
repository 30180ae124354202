import Store

/// Puts batches of twenty ticks into a store, each in a transaction of its own.
struct StoreWriter {
  let path: String

  /// Writes batches under a name, and says the number of each that is durable.
  func run(_ words: [String]) throws {
    let store = try Store(path: path, access: .creating)
    for batch in 1...max(1, Int(words[1]) ?? 1) {
      let rows = try store.transaction {
        try store.insert(.ticks) { buffer in
          for ordinal in 0..<20 {
            buffer.add(words[0])
            buffer.add(Int64(batch))
            buffer.add(Int64(ordinal))
            buffer.add(Int64(100 * batch + ordinal))
            for _ in 0..<6 { buffer.add(nil as Int64?) }
            try buffer.endRow(in: store)
          }
        }
      }
      guard rows.added == rows.given else { throw WriterError.wrong("rows were there already") }
      say("\(batch)")
    }
  }
}
