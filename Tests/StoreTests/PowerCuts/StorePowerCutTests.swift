import TestSupport
import Testing

@testable import Store

/// What a power cut at any moment leaves of a store.
struct StorePowerCutTests {
  @Test func losesNoBatchThatWasAcknowledged() throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("store", "angelx.db", ["W", "3"], in: folder)
    #expect(recording.said == ["1", "2", "3"])
    let findings = try PowerCuts(of: recording).check(chancesEach: 20, seed: 1, verdict)
    #expect(findings.examples == [:])
    #expect(findings.states > 700)
  }

  /// What is wrong with the store of a state; nil where it opens and holds what it should.
  private func verdict(_ state: DiskState) throws -> String? {
    let folder = try Scratch.inMemory()
    try state.write(to: folder)
    do {
      // Where something was acknowledged, the store must be there.
      let access = state.said.isEmpty ? Store.Access.creating : .writing
      let store = try Store(path: folder("angelx.db"), access: access)
      guard try store.database.texts("PRAGMA integrity_check", name: "test") == ["ok"] else {
        return "is damaged"
      }
      return try wrongBatch(of: store, state.said)
    } catch let error as StoreError {
      return "is refused: \(error.code)"
    }
  }

  private func wrongBatch(of store: Store, _ said: [String]) throws -> String? {
    for batch in 1...3 {
      let rows = try store.number("SELECT count(*) FROM ticks WHERE at = \(batch)") ?? -1
      guard rows == 0 || rows == 20 else { return "holds a batch in part" }
      if rows == 0, said.contains("\(batch)") { return "lost a batch" }
    }
    return nil
  }
}
