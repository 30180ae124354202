import Foundation
import Operations
import TestSupport
import Testing

@testable import writers

/// What a power cut at any moment leaves of the audit log.
struct AuditPowerCutTests {
  @Test(arguments: [["8"], ["4", "16"]])
  func losesNoEntryThatWasAcknowledged(counts: [String]) throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("audit", nil, counts, in: folder)
    #expect(recording.said.count == (counts.compactMap { Int($0) }.reduce(1, *)))
    let findings = try PowerCuts(of: recording).check(chancesEach: 300, seed: 5, verdict)
    #expect(findings.examples == [:])
    #expect(findings.states > 50)
  }

  /// What is wrong with the log of a state, before it goes on and after it.
  private func verdict(_ state: DiskState) throws -> String? {
    let folder = try Scratch.inMemory()
    try state.write(to: folder)
    let log = AuditLog(path: folder(MadeLog.name), heads: FileHeads(folder: folder.path))
    let acknowledged = state.said.compactMap { Int64($0) }.max() ?? 0
    do throws(AuditError) {
      if state.files[MadeLog.name] != nil || acknowledged > 0 {
        let report = try log.verify()
        guard report.count >= acknowledged else { return "lost an entry" }
        guard report.verdict != .broken else {
          return "is taken for broken: \(report.finding?.problem ?? "")"
        }
      }
      try log.append([MadeLog.event(99)], at: MadeLog.time)
      let after = try log.verify()
      guard after.verdict == .whole, after.head == .current, after.count > acknowledged else {
        return "does not go on"
      }
      return nil
    } catch {
      return "is refused: \(error.code)"
    }
  }
}
