import Digests
import Files
import Foundation
import Operations
import Store
import TestSupport
import Testing

@Suite struct AuditFaultTests {
  /// What a fault may find: a log that is empty, whole, torn, or lacks its last line end.
  enum Start: CaseIterable {
    case empty, whole, torn, unended

    func made() throws -> MadeLog {
      let made = try MadeLog(self == .empty ? 0 : 3)
      switch self {
      case .empty, .whole: break
      case .torn: try made.put(made.bytes + Array(#"{"seq":4,"ts":"20"#.utf8))
      case .unended: try made.put(made.bytes.dropLast())
      }
      return made
    }
  }

  /// Checks that a log goes on after an accident, with every entry that was acknowledged.
  private func expectSound(
    _ made: MadeLog, acknowledged: Int64, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try FileManager.default.fileExists(atPath: made.path) ? made.log.verify() : nil
    #expect(before?.verdict != .broken, comment, sourceLocation: sourceLocation)
    #expect(before?.count ?? 0 >= acknowledged, comment, sourceLocation: sourceLocation)
    try made.log.append([MadeLog.event(99)], at: MadeLog.time)
    let after = try made.log.verify()
    #expect(after.verdict == .whole, comment, sourceLocation: sourceLocation)
    #expect(after.head == .current, comment, sourceLocation: sourceLocation)
    #expect(after.count > acknowledged, comment, sourceLocation: sourceLocation)
  }

  /// Appends with a fault at every position in turn; the number of positions.
  private func tryAll(
    _ start: Start, _ durability: AuditLog.Durability, _ fault: CallScript.Fault
  ) throws -> Int {
    for position in 0... {
      let made = try start.made()
      let script = CallScript(at: position, fault)
      let log = AuditLog(path: made.path, heads: made.heads, calls: script.calls)
      var acknowledged: Int64 = start == .empty ? 0 : 3
      do throws(AuditError) {
        let head = try log.append(
          [MadeLog.event(7), MadeLog.event(8)], at: MadeLog.time, durability)
        acknowledged = head.number
      } catch {
        #expect(!error.description.isEmpty)
      }
      try expectSound(made, acknowledged: acknowledged, "\(position): \(script.hit ?? "none")")
      if script.hit == nil { return position }
    }
    return 0
  }

  @Test(
    arguments: Start.allCases,
    [
      .once(.inputOutput), .once(Errno(ENOSPC)), .once(.interrupted), .death(partial: 0),
      .death(partial: 1), .death(partial: 300), .shortWrite(100, Errno(ENOSPC)),
      .shortWrite(100, .interrupted), .broken(Errno(ENOSPC)), .broken(.inputOutput),
    ] as [CallScript.Fault])
  func losesNothingWhateverFails(start: Start, fault: CallScript.Fault) throws {
    #expect(try tryAll(start, .everyEntry, fault) >= 8)
    #expect(try tryAll(start, .batch, fault) >= 6)
  }

  @Test func takesBackWhatItCouldNotFinish() throws {
    let made = try MadeLog(3)
    let whole = try made.bytes
    let probe = CallScript()
    let other = try MadeLog(3)
    try AuditLog(path: other.path, heads: other.heads, calls: probe.calls)
      .append([MadeLog.event(1)], at: MadeLog.time)
    for name in ["write", "synchronize"] {
      let position = try #require(probe.log.firstIndex(of: name))
      let fault: CallScript.Fault =
        name == "write" ? .shortWrite(50, Errno(ENOSPC)) : .once(.inputOutput)
      let script = CallScript(at: position, fault)
      let log = AuditLog(path: made.path, heads: made.heads, calls: script.calls)
      let reason = name == "write" ? Errno(ENOSPC) : .inputOutput
      #expect(throws: AuditError.file(.cannotWrite(path: made.path, reason: reason))) {
        try log.append([MadeLog.event(1)], at: MadeLog.time)
      }
      #expect(try made.bytes == whole)
    }
  }

  @Test func setsATornLineAsideWhereverItWasTorn() throws {
    let made = try MadeLog(4)
    let old = try #require(made.heads.only)
    let whole = try made.bytes
    try made.add(1)
    let next = try Array(made.bytes[whole.count...])
    for count in 1..<next.count - 1 {
      for name in try made.scratch.names where name != MadeLog.name {
        try FileManager.default.removeItem(atPath: made.scratch(name))
      }
      made.heads.only = old
      let torn = Array(next.prefix(count))
      try made.put(whole + torn)
      try made.add(1)
      #expect(try made.log.verify().verdict == .whole && made.heads.only?.number == 6)
      #expect(try made.scratch.bytes("audit.jsonl.torn-5") == torn)
      #expect(try made.permissions(of: "audit.jsonl.torn-5") == 0o600)
      let event =
        #""event":"torn_line_set_aside","bytes":\#(count),"sha256":"\#(SHA256.digest(of: torn.span))","file":"audit.jsonl.torn-5","#
      #expect(try made.scratch.text(MadeLog.name).contains(event))
    }
  }

  @Test func restoresALineEndThatAnEditorTookAway() throws {
    let made = try MadeLog(4)
    let whole = try made.bytes
    try made.put(whole.dropLast())
    let report = try made.log.verify()
    #expect(report.verdict == .torn && report.count == 4 && report.head == .current)
    #expect(report.finding?.kind == .lacksLineEnd && report.finding?.number == 4)
    try made.add(1)
    #expect(try made.bytes.starts(with: whole))
    #expect(try made.scratch.text(MadeLog.name).contains(#""seq":5,"#))
    #expect(try made.scratch.text(MadeLog.name).contains("line_end_restored"))
    #expect(try made.log.verify().verdict == .whole && made.heads.only?.number == 6)
    #expect(try made.scratch.names == [MadeLog.name])
  }

  @Test(arguments: ["", "{", "{\"se", "first", "first\n{\"se"])
  func addsToWhatWasSetAsideBefore(kept: String) throws {
    let made = try MadeLog(2)
    try made.put(made.bytes + Array("{\"se".utf8))
    try made.scratch.put("audit.jsonl.torn", kept)
    try made.add(1)
    let isOther = kept.hasPrefix("first")
    let wanted = isOther ? "first\n{\"se" : "{\"se"
    #expect(try made.scratch.text("audit.jsonl.torn-3") == wanted)
  }

  @Test func owesTheEntryAboutATornLineUntilItIsWritten() throws {
    let made = try MadeLog(2)
    try made.put(made.bytes + Array("{\"se".utf8))
    let refusing = CallScript(at: 0, .broken(Errno(ENOSPC)))
    #expect(throws: AuditError.self) {
      try AuditLog(path: made.path, heads: made.heads, calls: refusing.calls)
        .append([MadeLog.event(1)], at: MadeLog.time)
    }
    try made.scratch.put("audit.jsonl.torn", "first")
    try made.add(1)
    #expect(try made.scratch.text("audit.jsonl.torn-3") == "first\n{\"se")
    #expect(try made.log.verify().verdict == .whole)
    #expect(try made.scratch.names == [MadeLog.name, "audit.jsonl.torn-3"])
  }
}
