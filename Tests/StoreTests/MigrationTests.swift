import Foundation
import TestSupport
import Testing

@testable import Store

/// How a store goes from one version to the next.
struct MigrationTests {
  private let place: Place

  init() throws {
    place = try Place()
  }

  private func schema(_ versions: Int, failingAt failing: Int? = nil) -> Schema {
    Schema(
      steps: (1...versions).map { version in
        var statements = [
          "CREATE TABLE t\(version) (a INTEGER) STRICT", "INSERT INTO t\(version) VALUES (1)",
        ]
        if version == failing { statements.append("INSERT INTO nowhere VALUES (1)") }
        return .init(version: version, statements: statements)
      })
  }

  private func open(_ schema: Schema, _ access: Store.Access = .creating) throws -> Store {
    try Store(path: place.path, access: access, limits: StoreLimits(), schema: schema)
  }

  private func backup(_ version: Int) -> String {
    Backup.path(of: place.path, version: version)
  }

  @Test func stepsAreTakenOnceAndACopyIsKept() throws {
    _ = try open(schema(1))
    #expect(!FileManager.default.fileExists(atPath: backup(0)), "nothing was there to be copied")
    let store = try open(schema(3))
    #expect(try store.number("PRAGMA user_version") == 3)
    #expect(try store.number("SELECT count(*) FROM t3") == 1)
    let copy = try Database(path: backup(1), mode: .reading, querySeconds: 1)
    #expect(try copy.texts("SELECT name FROM sqlite_schema", name: "test") == ["t1"])
    #expect(try place.permissions(".version-1") == 0o600)
    _ = try open(schema(3))
    #expect(!FileManager.default.fileExists(atPath: backup(3)))
  }

  @Test func aStepThatFailsChangesNothing() throws {
    _ = try open(schema(1))
    #expect(throws: StoreError.self) { try open(schema(4, failingAt: 3)) }
    let store = try open(schema(1))
    #expect(try store.number("PRAGMA user_version") == 1)
    #expect(try store.database.texts("SELECT name FROM sqlite_schema", name: "test") == ["t1"])
    // The copy stays, and the next try goes through.
    #expect(FileManager.default.fileExists(atPath: backup(1)))
    #expect(try open(schema(4)).number("PRAGMA user_version") == 4)
  }

  @Test func whoMayOnlyReadDoesNotMigrate() throws {
    _ = try open(schema(1))
    #expect(throws: StoreError.readOnly(path: place.path)) { try open(schema(2), .reading) }
  }

  /// Whether a store is whole at some version, with its rows.
  private func expectWhole() throws {
    let store = try Database(path: place.path, mode: .writing, querySeconds: 10)
    let integrity = try store.texts("PRAGMA integrity_check", name: "test")
    #expect(integrity == ["ok"])
    let version = try store.text("PRAGMA user_version", name: "test").flatMap { Int($0) } ?? -1
    #expect([0, 1, 3].contains(version), "never between the versions")
    if version > 0 {
      #expect(try store.text("SELECT count(*) FROM things", name: "test") == "500")
    }
    if version == 3 {
      #expect(try store.text("SELECT sum(extra) FROM more_3", name: "test") == "1500")
    }
  }

  @Test("killed or failing at each call that changes a file", arguments: Writer.Fault.allCases)
  func faults(fault: Writer.Fault) throws {
    let first = try Writer(["calls", "migrate", place.path, "1"])
    #expect(first.status == 0)
    let before = try Data(contentsOf: URL(filePath: place.path))
    let calls = try #require(try Writer(["calls", "migrate", place.path, "3"]).calls)
    #expect(calls > 20)
    for call in 1...calls {
      for ending in ["", "-wal", "-shm", ".version-1"] {
        try? FileManager.default.removeItem(atPath: place.path + ending)
      }
      try before.write(to: URL(filePath: place.path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
      let writer = try Writer(["migrate", place.path, "3"], failing: fault, at: call)
      try expectWhole()
      #expect(writer.status != 0 || fault != .kill)
      let next = try Writer(["migrate", place.path, "3"])
      #expect(next.status == 0, "after call \(call): \(next.errors)")
      try expectWhole()
      let left = try place.scratch.names.filter { $0.hasSuffix(".tmp") }
      #expect(left.isEmpty, "call \(call) left \(left)")
    }
  }
}
