import TestSupport
import Testing

@testable import Store

/// Settings with which a file of SQLite does not outlive a power cut, and those with which it does.
///
/// They show that the states are bad enough: what is known to lose rows is seen to lose them here.
struct CarelessStoreTests {
  /// What becomes of a file.
  enum Outcome {
    case sound, losesBatches, isDamaged
  }

  @Test(arguments: [
    ("DELETE", "OFF", Outcome.isDamaged), ("DELETE", "NORMAL", .isDamaged),
    ("DELETE", "FULL", .losesBatches), ("DELETE", "EXTRA", .sound),
    ("TRUNCATE", "FULL", .sound), ("PERSIST", "FULL", .sound),
    ("WAL", "OFF", .isDamaged), ("WAL", "NORMAL", .losesBatches), ("WAL", "FULL", .sound),
  ])
  func whatBecomesOfAFile(journal: String, synchronous: String, outcome: Outcome) throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("plain", "rows.db", [journal, synchronous], in: folder)
    #expect(recording.said == ["1", "2", "3"])
    let findings = try PowerCuts(of: recording).check(chancesEach: 4, seed: 3, verdict)
    #expect(findings.states > 30)
    let lost = findings.wrong["lost a batch"] ?? 0
    let damaged = findings.wrong.values.reduce(0, +) - lost
    #expect((lost > 0) == (outcome != .sound), "\(findings.examples)")
    #expect((damaged > 0) == (outcome == .isDamaged), "\(findings.examples)")
  }

  @Test func aDeviceThatOnlySaysThatItHasSyncedLosesBatches() throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("plain", "rows.db", ["WAL", "FULL"], in: folder)
    let findings = try PowerCuts(of: recording, ignoresSyncs: true)
      .check(chancesEach: 4, seed: 4, verdict)
    #expect(findings.wrong["lost a batch"] ?? 0 > 0)
  }

  private func verdict(_ state: DiskState) throws -> String? {
    let folder = try Scratch.inMemory()
    try state.write(to: folder)
    guard state.files["rows.db"] != nil else { return state.said.isEmpty ? nil : "lost a batch" }
    do throws(StoreError) {
      let file = try Database(path: folder("rows.db"), mode: .writing, querySeconds: 10)
      guard try file.texts("PRAGMA integrity_check", name: "test") == ["ok"] else {
        return "is damaged"
      }
      let tables = try file.texts("SELECT name FROM sqlite_schema", name: "test")
      for batch in 1...3 {
        let count = "SELECT count(*) FROM rows WHERE batch = \(batch)"
        let rows = tables.isEmpty ? "0" : try file.text(count, name: "test")
        guard rows == "0" || rows == "20" else { return "holds a batch in part" }
        if rows == "0", state.said.contains("\(batch)") { return "lost a batch" }
      }
      return nil
    } catch {
      return "is refused: \(error.code)"
    }
  }
}
