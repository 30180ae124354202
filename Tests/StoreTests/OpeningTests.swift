import Foundation
import TestSupport
import Testing

@testable import Store

/// Which files are taken for a store, and how one is set up.
struct OpeningTests {
  @Test func aNewStoreIsItsOwnersAlone() throws {
    let place = try Place()
    let store = try place.open()
    try store.addTicks("A", 0..<3)
    for ending in ["", "-wal", "-shm", ".lock"] {
      #expect(try place.permissions(ending) == 0o600, "\(ending)")
    }
  }

  @Test(
    "settings are in place",
    arguments: [
      ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
      ("trusted_schema", "0"), ("cell_size_check", "1"), ("page_size", "8192"),
      ("application_id", "1634625400"), ("busy_timeout", "10000"),
    ])
  func settings(name: String, value: String) throws {
    let store = try Place().open()
    #expect(try store.database.text("PRAGMA \(name)", name: "test") == value)
  }

  @Test func aMissingStoreIsOnlyBegunWhereThatIsAskedFor() throws {
    let place = try Place()
    for access in [Store.Access.writing, .reading] {
      #expect(throws: StoreError.missing(path: place.path)) { try place.open(access) }
    }
    #expect(!FileManager.default.fileExists(atPath: place.path))
    _ = try place.open(.creating)
    _ = try place.open(.writing)
    _ = try place.open(.reading)
  }

  @Test func readersCannotWrite() throws {
    let place = try Place()
    _ = try place.open()
    let reader = try place.open(.reading)
    #expect(throws: StoreError.readOnly(path: place.path)) { try reader.addTicks("A", 0..<1) }
  }

  /// What may be at the place of a store, and what is said of it.
  enum Obstacle: CaseIterable {
    case folder, link, secondName, openToOthers, foreignTable, foreignMark, newer, text, cutHeader

    func put(at place: Place) throws {
      let files = FileManager.default
      let other = place.path + ".other"
      switch self {
      case .folder:
        try files.createDirectory(atPath: place.path, withIntermediateDirectories: false)
      case .link:
        try Data().write(to: URL(filePath: other))
        try files.createSymbolicLink(atPath: place.path, withDestinationPath: other)
      case .secondName:
        _ = try place.open()
        try files.linkItem(atPath: place.path, toPath: other)
      case .openToOthers:
        _ = try place.open()
        try files.setAttributes([.posixPermissions: 0o666], ofItemAtPath: place.path)
      case .foreignTable: try sqlite(place, "CREATE TABLE t (a)")
      case .foreignMark: try sqlite(place, "PRAGMA application_id = 7; CREATE TABLE t (a)")
      case .newer:
        _ = try place.open()
        try sqlite(place, "PRAGMA user_version = 99")
      case .text: try Data("nothing but text\n".utf8).write(to: URL(filePath: place.path))
      case .cutHeader:
        try Data("SQLite format 3\0".utf8).write(to: URL(filePath: place.path))
      }
    }

    private func sqlite(_ place: Place, _ sql: String) throws {
      try Database.making(place.path).run(sql, name: "test")
    }

    func describes(_ error: StoreError, path: String) -> Bool {
      switch (self, error) {
      case (.folder, .refused(path, .noFile)), (.link, .refused(path, .link)),
        (.secondName, .refused(path, .severalNames(2))),
        (.openToOthers, .refused(path, .writableByOthers)),
        (.foreignTable, .refused(path, .foreign)), (.foreignMark, .refused(path, .foreign)),
        (.newer, .refused(path, .newer(version: 99, known: Schema.current.version))),
        (.text, .damaged(path, _)), (.cutHeader, .damaged(path, _)):
        true
      default: false
      }
    }
  }

  @Test(arguments: Obstacle.allCases, [Store.Access.creating, .writing, .reading])
  func whatIsNoStoreIsLeftUntouched(obstacle: Obstacle, access: Store.Access) throws {
    let place = try Place()
    try obstacle.put(at: place)
    let before = place.bytes
    let error = try #require(throws: StoreError.self) { try place.open(access) }
    #expect(obstacle.describes(error, path: place.path), "\(error)")
    #expect(place.bytes == before)
    #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
  }

  @Test func aFlippedByteIsFoundAfterAnUncleanEnd() throws {
    let place = try Place()
    do {
      let store = try place.open()
      try store.addTicks("A", 0..<2000)
    }
    var bytes = place.bytes
    // The header of a page in the middle.
    bytes[bytes.count / 2 / 8192 * 8192] = 0x7F
    try bytes.write(to: URL(filePath: place.path))
    // Nobody is there, and yet there is a log: the last one did not come to its end.
    try Data([UInt8](repeating: 0, count: 64)).write(to: URL(filePath: place.path + "-wal"))
    // Each time anew: what was found once is not forgotten by looking.
    for access in [Store.Access.writing, .writing, .reading] {
      let error = try #require(throws: StoreError.self) { try place.open(access) }
      #expect(error.code == "store-damaged", "\(error)")
      #expect(try Data(contentsOf: URL(filePath: place.path)) == bytes)
    }
  }

  @Test func aPathIsAPathAndNothingElse() throws {
    let scratch = try Scratch()
    for name in ["file:memory?mode=memory", ":memory:", "with 'quotes' and ?query=1#x"] {
      let path = scratch.url.appending(path: "x").deletingLastPathComponent().path + "/" + name
      _ = try Store(path: path, access: .creating)
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}

extension Database {
  /// A connection to a file that may be no store.
  static func making(_ path: String) throws -> Database {
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(filePath: path))
    }
    return try Database(path: path, mode: .writing, querySeconds: 10)
  }
}
