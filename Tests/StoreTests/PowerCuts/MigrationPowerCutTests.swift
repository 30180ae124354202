import TestSupport
import Testing
@testable import writers

@testable import Store

/// What a power cut at any moment leaves of a store that goes from one version to another.
struct MigrationPowerCutTests {
  @Test func leavesTheOldVersionOrTheNewOneWhole() throws {
    let folder = try Scratch.inMemory()
    _ = try Recording("migrate", "angelx.db", ["1"], in: folder)
    let recording = try Recording("migrate", "angelx.db", ["3"], in: folder)
    #expect(recording.said == ["done"])
    let findings = try PowerCuts(of: recording).check(chancesEach: 300, seed: 2, verdict)
    #expect(findings.examples == [:])
    #expect(findings.states > 430)
  }

  /// What is wrong with a state, before the migration is tried again and after it.
  private func verdict(_ state: DiskState) throws -> String? {
    let folder = try Scratch.inMemory()
    try state.write(to: folder)
    let path = folder("angelx.db")
    do throws(StoreError) {
      let found = try wrong(
        with: path, hasCopy: state.files["angelx.db.version-1"] != nil, state.said)
      if let found { return found }
      _ = try Store(
        path: path, access: .creating, limits: StoreLimits(), schema: MigrationWriter.schema(3))
      return try wrong(with: path, hasCopy: true, ["done"]).map { "\($0), the second time" }
    } catch {
      return "is refused: \(error.code)"
    }
  }

  private func wrong(
    with path: String, hasCopy: Bool, _ said: [String]
  ) throws(StoreError) -> String? {
    let version = try version(ofWhole: path)
    guard version == 3 || version == 1 else { return "is between the versions" }
    if version == 1, !said.isEmpty { return "lost the migration" }
    if version == 3, !hasCopy { return "has left the version without a copy" }
    if hasCopy, try self.version(ofWhole: path + ".version-1") != 1 { return "has a bad copy" }
    return nil
  }

  /// The version of a store that is sound and has the rows of that version; nil for any other.
  private func version(ofWhole path: String) throws(StoreError) -> Int? {
    let store = try Database(path: path, mode: .writing, querySeconds: 10)
    func number(_ sql: String) throws(StoreError) -> Int? {
      try store.text(sql, name: "test").flatMap { Int($0) }
    }
    guard try store.texts("PRAGMA integrity_check", name: "test") == ["ok"],
      try number("SELECT count(*) FROM things") == 500
    else { return nil }
    let version = try number("PRAGMA user_version")
    if version == 3, try number("SELECT sum(extra) FROM more_3") != 1500 { return nil }
    return version
  }
}
