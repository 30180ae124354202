import Configuration
import Operations
import Scalars
import TestSupport
import Testing

@testable import writers

/// What a power cut at any moment leaves of the rules that are fixed for a day.
struct FreezePowerCutTests {
  @Test func whatWasFixedStaysFixed() throws {
    let folder = try Scratch.inMemory()
    // The store is there already: it is the heads of the log in it that matter here.
    _ = try Recording("store", "angelx.db", ["W", "1"], in: folder)
    let recording = try Recording("freeze", in: folder)
    #expect(recording.said == ["1", "2"])
    let findings = try PowerCuts(of: recording).check(chancesEach: 30, seed: 8, verdict)
    #expect(findings.examples == [:])
    #expect(findings.states > 60)
  }

  private func verdict(_ state: DiskState) throws -> String? {
    let home = try Scratch.inMemory()
    try state.write(to: home)
    let freeze = try FreezeWriter.freeze(in: home.path)
    let day = FreezeWriter.time.day
    let (first, second) = (FreezeWriter.first, FreezeWriter.second)
    let found = [first, second].map { freeze.state(of: $0, on: day) }
    if found.contains(where: { if case .unreadable = $0 { true } else { false } }) {
      return "is unreadable"
    }
    let time = FreezeWriter.time
    let sound: [[ConfigurationFreeze.State]] = [
      [.same(since: time), .changed(second.changes(since: first), since: time)],
      [.changed(first.changes(since: second), since: time), .same(since: time)],
    ]
    switch state.said.count {
    case 0: if found == sound[1] { return "is fixed anew without being fixed" }
    case 1: if !sound.contains(found) { return "is not fixed any more" }
    default: if found != sound[1] { return "is not what was fixed last" }
    }
    return try wrongAfterwards(freeze, said: state.said.count)
  }

  /// Whether it can be fixed anew, with everything that belongs to it.
  private func wrongAfterwards(_ freeze: ConfigurationFreeze, said: Int) throws -> String? {
    let (day, now) = (FreezeWriter.time.day, FreezeWriter.time)
    do {
      try freeze.alone {
        try freeze.refix(FreezeWriter.first, on: day, [], reason: "again", by: "asha", at: now)
      }
    } catch {
      return "cannot be fixed anew: \(error)"
    }
    return freeze.state(of: FreezeWriter.first, on: day) == .same(since: now) ? nil : "stays open"
  }
}
