import Digests
import Foundation
import TestSupport
import Testing

@testable import Store

/// The declared queries: that all of them are listed, that they fit the tables, and that they go by an index.
struct QueryTests {
  @Test func everyDeclaredQueryIsListed() throws {
    var names: [String] = []
    for path in try Checkout.files(below: "Sources/Store/Tables", suffix: ".swift") {
      let text = try Checkout.text(path)
      names += text.matches(of: /Query\(\s*"([a-z_]+\.[a-z_0-9]+)"/).map { String($0.1) }
    }
    let listed = Query.all.map(\.name)
    #expect(Set(listed).count == listed.count, "a name stands for one query")
    #expect(Set(names).isSubset(of: listed))
    #expect(names.count > 40)
  }

  @Test(arguments: Query.all)
  func fitsTheTablesAndGoesByAnIndex(query: Query) throws {
    let store = try Place().open()
    _ = try store.database.prepare(query.sql, name: query.name)
    #expect(try QueryPlan(of: query, in: store.database).scans.isEmpty)
  }

  @Test func aScanIsSeen() throws {
    let store = try Place().open()
    let careless = Query("test.careless", "SELECT * FROM quotes WHERE broker = ?1")
    #expect(try QueryPlan(of: careless, in: store.database).scans == ["SCAN quotes"])
  }

  @Test func everyTableIsStrictAndHasItsName() throws {
    let store = try Place().open()
    let found = try store.database.texts(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 1", name: "test")
    #expect(Set(found) == Set(Tables.all.map { $0.name }))
  }

  /// What a released store was made with must stay what it was: whoever changes this text instead of adding
  /// a step must know that no store was made with it yet.
  @Test func theFirstStepStaysWhatItWas() {
    let text = Schema.current.steps[0].statements.joined(separator: ";\n")
    #expect(Schema.current.steps.map(\.version) == Array(1...Schema.current.steps.count))
    #expect(
      SHA256.digest(of: text).description
        == "91a55d59c237ab5ec98d22b0a35a03008c929fe48fd79b01519465201fbbba47")
  }

  @Test func theCheckFindsAStoreSound() throws {
    let store = try Place().open()
    try store.addTicks("A", 0..<120)
    let results = try StoreCheck(store).results()
    #expect(results.allSatisfy { $0.isSound })
    #expect(results.first { $0.check == "rows" && $0.subject == "ticks" }?.figure == 120)
    #expect(results.contains { $0.check == "plan" && $0.subject == "trades.between" })
    #expect(results.contains { $0.check == "integrity" })
  }

  @Test func theCheckFindsRowsWithoutWhatTheyReferTo() throws {
    let place = try Place()
    let store = try place.open()
    let other = try Database.making(place.path)
    try other.run(
      """
      PRAGMA foreign_keys = OFF;
      INSERT INTO deliveries (alert, handler, state, at) VALUES (7, 'log', 'sent', 1)
      """, name: "test")
    let result = try StoreCheck(store).results().first { $0.check == "references" }
    #expect(result?.isSound == false)
  }
}

extension Query: CustomTestStringConvertible {
  /// The name in the list of tests.
  public var testDescription: String { name }
}
