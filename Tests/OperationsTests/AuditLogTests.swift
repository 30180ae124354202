import Digests
import Files
import Foundation
import Operations
import Scalars
import TestSupport
import Testing
import Store

@Suite struct AuditLogTests {
  @Test func writesTheLinesThatWereAgreed() throws {
    let made = try MadeLog()
    let decimal = ExactDecimal(significand: 2_450_000, exponent: -2)
    let event = AuditEvent(
      "config_frozen",
      [
        .init("by", .text("a\"b\\c\u{7}\u{7F}\u{2029}₹")), .init("count", .whole(-3)),
        .init("price", .decimal(decimal)), .init("ok", .boolean(true)), .init("none", .null),
        .init("keys", .texts(["A", "B\n"])),
      ])
    let first = try made.log.append([event], at: MadeLog.time)
    try made.log.append([AuditEvent("end")], at: MadeLog.time)
    let zeros = String(repeating: "0", count: 64)
    let line =
      #"{"seq":1,"ts":"2025-11-13T07:43:20+05:30","event":"config_frozen","by":"a\"b\\c\u0007\u007f\u2029₹","#
      + #""count":-3,"price":24500.00,"ok":true,"none":null,"keys":["A","B\n"],"prev":"\#(zeros)"}"#
    let next =
      #"{"seq":2,"ts":"2025-11-13T07:43:20+05:30","event":"end","prev":"\#(SHA256.digest(of: line))"}"#
    #expect(try made.scratch.text(MadeLog.name) == "\(line)\n\(next)\n")
    #expect(first == LogHead(number: 1, hash: SHA256.digest(of: line), size: line.utf8.count + 1))
    #expect(
      made.heads.only
        == LogHead(
          number: 2, hash: SHA256.digest(of: next), size: line.utf8.count + next.utf8.count + 2))
  }

  @Test func belongsToItsOwnerAlone() throws {
    let made = try MadeLog(1)
    #expect(try made.permissions(of: MadeLog.name) == 0o600)
    #expect(try made.scratch.names == [MadeLog.name])
  }

  @Test func appendsBlocksAndFindsThemWhole() throws {
    let made = try MadeLog(2)
    let head = try made.log.append((0..<500).map(MadeLog.event), at: MadeLog.time)
    #expect(head.number == 502)
    try made.add(1)
    let report = try made.log.verify()
    #expect(report.verdict == .whole && report.count == 503 && report.head == .current)
    #expect(report.first == MadeLog.time && report.last == MadeLog.time)
    #expect(report.hash == made.heads.only?.hash)
  }

  @Test func readsTheTailAlone() throws {
    let made = try MadeLog()
    try made.log.append((0..<3000).map(MadeLog.event), at: MadeLog.time)
    let script = CallScript()
    try AuditLog(path: made.path, heads: made.heads, calls: script.calls)
      .append([MadeLog.event(1)], at: MadeLog.time)
    #expect(script.bytesRead < 64 << 10)
  }

  @Test func tellsTheHeadWhenTheLineIsDurable() throws {
    let made = try MadeLog()
    let script = CallScript()
    let heads = WatchingHeads(script)
    let log = AuditLog(path: made.path, heads: heads, calls: script.calls)
    try log.append([MadeLog.event(1)], at: MadeLog.time)
    #expect(heads.calls.first?.suffix(2) == ["write", "synchronize"])
    #expect(heads.calls.first?.prefix { $0 != "write" }.contains("synchronize") == true)
    try log.append([MadeLog.event(2)], at: MadeLog.time, .batch)
    #expect(heads.calls.count == 1)
    try log.synchronize()
    #expect(heads.calls.count == 2 && heads.calls.last?.last == "synchronize")
  }

  @Test func keepsTheHeadBackUntilABatchIsSynchronized() throws {
    let made = try MadeLog(3)
    try made.log.append([MadeLog.event(1)], at: MadeLog.time, .batch)
    try made.log.append([MadeLog.event(2)], at: MadeLog.time, .batch)
    #expect(made.heads.only?.number == 3)
    #expect(try made.log.verify().head == .behind(2))
    try made.log.synchronize()
    #expect(made.heads.only?.number == 5)
    #expect(try made.log.verify().head == .current)
  }

  @Test func takesALongEntryAndRefusesOneThatIsTooLong() throws {
    let made = try MadeLog(1)
    let long = String(repeating: "x", count: 900_000)
    try made.log.append([AuditEvent("long", [.init("text", .text(long))])], at: MadeLog.time)
    try made.add(1)
    #expect(throws: AuditError.tooLong(path: made.path, event: "long")) {
      try made.log.append(
        [AuditEvent("long", [.init("text", .text(long + long))])], at: MadeLog.time)
    }
    #expect(try made.log.verify().count == 3)
  }

  @Test func waitsForItsLockForABoundedTime() throws {
    let made = try MadeLog(1)
    let holder = try JournalFile(appendingTo: made.path)
    #expect(try holder.lock(atMost: 0))
    let impatient = AuditLog(path: made.path, heads: made.heads, longestWait: 30)
    #expect(throws: AuditError.busy(path: made.path, milliseconds: 30)) {
      try impatient.append([MadeLog.event(1)], at: MadeLog.time)
    }
    #expect(throws: AuditError.busy(path: made.path, milliseconds: 30)) { try impatient.verify() }
    try holder.close()
    try impatient.append([MadeLog.event(1)], at: MadeLog.time)
  }

  @Test func refusesWhatIsNoFileOfItsOwn() throws {
    let scratch = try Scratch()
    try scratch.put("elsewhere", "")
    try scratch.link("link", to: "elsewhere")
    func failure(_ name: String) -> AuditError? {
      do throws(AuditError) {
        try AuditLog(path: scratch(name), heads: nil).append([MadeLog.event(1)], at: MadeLog.time)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure("link") == .link(path: scratch("link")))
    #expect(failure("no/log") == .file(.cannotOpen(path: scratch("no/log"), reason: .missing)))
    unsafe mkfifo(scratch("pipe"), 0o600)
    #expect(failure("pipe")?.code == "cannot-open")
    unsafe mkdir(scratch("folder"), 0o700)
    #expect(failure("folder")?.problem == "cannot open: it is a folder")
    #expect(try scratch.text("elsewhere").isEmpty)
    for permissions in [0o666, 0o620] as [mode_t] {
      try scratch.put("open", Array("".utf8), permissions: permissions)
      #expect(failure("open") == .writableByOthers(path: scratch("open")))
      #expect(throws: AuditError.writableByOthers(path: scratch("open"))) {
        try AuditLog(path: scratch("open"), heads: nil).verify()
      }
    }
    #expect(try scratch.text("open").isEmpty)
  }

  @Test func refusesToContinueBehindAForeignLine() throws {
    let made = try MadeLog(2)
    let bytes = try made.bytes
    try made.put(bytes + Array("hello\n".utf8))
    #expect(throws: AuditError.foreignEnd(path: made.path, offset: bytes.count)) {
      try made.bare.append([MadeLog.event(1)], at: MadeLog.time)
    }
  }

  @Test func refusesToContinueACutLogUntilItIsAccepted() throws {
    let made = try MadeLog(5)
    let recorded = try #require(made.heads.only)
    try made.put(Array(MadeLog.lines(try made.bytes).dropLast(2).joined()))
    let refusal = AuditError.differsFromHead(path: made.path, recorded: 5, found: 3)
    #expect(throws: refusal) { try made.log.append([MadeLog.event(1)], at: MadeLog.time) }
    #expect(throws: refusal) { try made.log.synchronize() }
    #expect(made.heads.only == recorded)
    try made.log.accept(reason: "restored from a copy", by: "asha", at: MadeLog.time)
    try made.add(1)
    #expect(try made.log.verify().verdict == .whole)
    let text = try made.scratch.text(MadeLog.name)
    #expect(
      text.contains(
        #""event":"log_accepted","who":"asha","reason":"restored from a copy","recorded_seq":5,"recorded_sha256":"\#(recorded.hash)""#
      ))
  }

  @Test func goesOnWithAHeadThatLags() throws {
    let made = try MadeLog(2)
    let old = made.heads.only
    try made.add(2)
    made.heads.only = old
    #expect(try made.log.verify().head == .behind(2))
    try made.add(1)
    #expect(made.heads.only?.number == 5)
  }

  @Test func tellsAHeadThatFailsFromAnEntryThatIsLost() throws {
    let made = try MadeLog(1)
    made.heads.fail(keeping: true)
    #expect(
      throws: AuditError.headNotKept(
        path: made.path, number: 2, HeadFailure(MemoryHeads.Failure()))
    ) {
      try made.add(1)
    }
    made.heads.fail(reading: true)
    #expect(throws: AuditError.noHead(path: made.path, HeadFailure(MemoryHeads.Failure()))) {
      try made.add(1)
    }
    made.heads.fail()
    #expect(try made.log.verify().count == 2)
    try made.add(1)
    #expect(try made.log.verify().head == .current)
  }

  @Test(
    arguments: [
      ("Order", []), ("", []), ("order", ["seq"]), ("order", ["a", "a"]), ("order", ["a b"]),
    ] as [(String, [String])])
  func aSoundEventIsTheCallersDuty(name: String, fields: [String]) async {
    await #expect(processExitsWith: .failure) { [name, fields] in
      _ = AuditEvent(name, fields.map { .init($0, .null) })
    }
  }
}
