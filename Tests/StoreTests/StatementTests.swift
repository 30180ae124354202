import Foundation
import Scalars
import TestSupport
import Testing

@testable import Store

/// Statements, transactions and rows.
struct StatementTests {
  @Test func valuesComeBackAsTheyWere() throws {
    let store = try Place().open()
    let bytes: [UInt8] = [0, 255, 10, 0]
    let text = "₹ \u{0} 'quoted'; DROP TABLE ticks --"
    try store.transaction {
      try store.change(CacheTable.put) { statement in
        try statement.bind(1, text)
        try statement.bind(2, "")
        try statement.bind(3, Int64.min + 1)
        try statement.bind(4, Int64.max)
        try statement.bind(5, bytes: bytes.span)
      }
    }
    try store.with(CacheTable.find) { statement in
      try statement.bind(1, text)
      try statement.bind(2, "")
      let isThere = try statement.step()
      #expect(isThere)
      #expect(statement.whole(0) == Int64.min + 1)
      #expect(statement.whole(1) == Int64.max)
      #expect(statement.bytes(2) == bytes)
      let isAnotherThere = try statement.step()
      #expect(!isAnotherThere)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsRefused(value: Double) throws {
    let store = try Place().open()
    #expect(throws: StoreError.self) {
      try store.transaction {
        try store.insert(QuotesTable.insert) { buffer in
          for _ in 0..<15 { buffer.add(value) }
          try buffer.endRow(in: store)
        }
      }
    }
  }

  /// Of many rows none is kept where one does not fit, whatever is wrong with it and wherever it stands.
  @Test(arguments: [0, 29, 49, 50, 63], [Double.nan, -1, 0.5])
  func aRowThatDoesNotFitKeepsAllOut(place: Int, price: Double) throws {
    let store = try Place().open()
    func insert(broken: Int?) throws -> Int {
      try store.transaction {
        try store.insert(.ticks) { buffer in
          for number in 0..<64 {
            buffer.add("NIFTY")
            buffer.add(Int64(number))
            buffer.add(Int64(0))
            if number == broken { buffer.add(price) } else { buffer.add(Int64(100)) }
            for _ in 0..<6 { buffer.add(nil as Int64?) }
            try buffer.endRow(in: store)
          }
        }.added
      }
    }
    #expect(throws: StoreError.self) { try insert(broken: place) }
    // The store goes on as if nothing had been, and all of the rows are new.
    #expect(try insert(broken: nil) == 64)
    #expect(try insert(broken: nil) == 0)
  }

  @Test(
    "rules of a table",
    arguments: [
      "INSERT INTO ticks (symbol, at, ordinal, ltp_paise) VALUES ('A', 1, 0, -1)",
      "INSERT INTO ticks (symbol, at, ordinal, ltp_paise) VALUES ('A', 1, 0, 'x')",
      "INSERT INTO ticks (symbol, at, ordinal, ltp_paise) VALUES (NULL, 1, 0, 1)",
      "INSERT INTO fills (run, order_id, number, at, quantity, price_paise, charges_paise) "
        + "VALUES ('no', 'none', 1, 1, 1, 1, 0)",
      "INSERT INTO candles (symbol, interval_seconds, at, open_paise, high_paise, low_paise, "
        + "close_paise) VALUES ('A', 60, 1, 10, 9, 8, 9)",
    ])
  func rules(sql: String) throws {
    let store = try Place().open()
    let error = try #require(throws: StoreError.self) {
      try store.database.run(sql, name: "test")
    }
    #expect(error.code == "store-row", "\(error)")
  }

  @Test("any number of rows", arguments: [0, 1, 49, 50, 51, 100, 137])
  func rowsTogether(count: Int) throws {
    let store = try Place().open()
    #expect(try store.addTicks("A", 0..<count) == count)
    #expect(try store.number("SELECT count(*) FROM ticks") == count)
    #expect(try store.addTicks("A", 0..<count) == 0, "a repetition adds nothing")
    #expect(try store.addTicks("A", 0..<(count + 3)) == 3)
    #expect(
      try store.number("SELECT sum(ltp_paise) FROM ticks")
        == (0..<(count + 3)).reduce(0) { $0 + 10_000 + $1 })
  }

  @Test func aTransactionIsWholeOrNotAtAll() throws {
    struct Interruption: Error {}
    let place = try Place()
    let store = try place.open()
    #expect(throws: Interruption.self) {
      try store.transaction {
        try store.change(AuditHeadsTable.put) { statement in
          try statement.bind(1, "log")
          try statement.bind(2, 1)
          try statement.bind(3, String(repeating: "a", count: 64))
          try statement.bind(4, 1)
          try statement.bind(5, 1)
        }
        throw Interruption()
      }
    }
    #expect(try store.number("SELECT count(*) FROM audit_heads") == 0)
    // And the next one works.
    #expect(try store.addTicks("A", 0..<1) == 1)
  }

  @Test func aWriterWaitsForTheOtherAndThenGivesUp() throws {
    let place = try Place()
    let first = try place.open()
    let second = try place.open(.writing, StoreLimits(busyMilliseconds: 50))
    try first.transaction {
      #expect(throws: StoreError.busy(path: place.path)) { try second.addTicks("A", 0..<1) }
      // Readers go on meanwhile.
      let seen = try second.number("SELECT count(*) FROM ticks")
      #expect(seen == 0)
    }
    #expect(try second.addTicks("A", 0..<1) == 1)
  }

  @Test func statementsAreKeptUpToALimit() throws {
    let place = try Place()
    let store = try place.open(.creating, StoreLimits(statements: 3))
    for query in Query.all.prefix(20) { try store.with(query) { _ in } }
    #expect(store.keptStatements == 3)
    let none = try place.open(.writing, StoreLimits(statements: 0))
    try none.with(CacheTable.find) { _ in }
    #expect(none.keptStatements == 0)
  }

  @Test func aQueryMayBeAskedWhileItsRowsAreRead() throws {
    let store = try Place().open()
    try store.addTicks("A", 0..<5)
    try store.addTicks("A", at: 2, 0..<3)
    func ordinals(_ time: Int64) throws -> [Int64] {
      try store.with(TicksTable.ofSymbol) { statement in
        try statement.bind(1, "A")
        try statement.bind(2, time)
        try statement.bind(3, time + 1)
        var found: [Int64] = []
        while try statement.step() {
          found.append(statement.whole(1))
          if time == 1, found.count == 2 {
            let others = try ordinals(2)
            #expect(others == [0, 1, 2])
          }
        }
        return found
      }
    }
    #expect(try ordinals(1) == [0, 1, 2, 3, 4])
  }

  @Test func aQueryThatTakesTooLongIsEnded() throws {
    let store = try Place().open(.creating, StoreLimits(querySeconds: 0.05))
    let endless = Query(
      "test.endless",
      "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    #expect(throws: StoreError.timedOut(path: store.path, statement: "test.endless")) {
      try store.with(endless) { _ = try $0.step() }
    }
    // The connection is as good as before.
    #expect(try store.addTicks("A", 0..<1) == 1)
  }

  @Test func slowStatementsAreKept() throws {
    let place = try Place()
    let store = try place.open(.creating, StoreLimits(slowMilliseconds: 0))
    try store.addTicks("A", 0..<50)
    try store.keepSlowStatements(at: .init(milliseconds: 7))
    try store.addTicks("A", 0..<50)
    try store.keepSlowStatements(at: .init(milliseconds: 9))
    let found = try store.slowStatements().first { $0.statement == "ticks.insert_50" }
    #expect(found?.count == 2)
    #expect(found?.lastAt == .init(milliseconds: 9))
    let record = try #require(found)
    #expect(record.worstMilliseconds <= record.totalMilliseconds)
    let calm = try place.open(.writing, StoreLimits(slowMilliseconds: 1e9))
    try calm.addTicks("B", 0..<50)
    #expect(calm.slow.isEmpty)
  }
}
