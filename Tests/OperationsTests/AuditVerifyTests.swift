import Files
import Foundation
import Operations
import Store
import TestSupport
import Testing

@Suite struct AuditVerifyTests {
  private static let count = 30
  private static let places = Array(0..<count)

  /// The finding for a log whose lines were changed.
  private func finding(
    _ made: MadeLog, _ lines: [[UInt8]], withHead: Bool = true
  ) throws -> AuditFinding? {
    try made.put(Array(lines.joined()))
    return try (withHead ? made.log : made.bare).verify().finding
  }

  @Test(arguments: places)
  func findsEveryChangedByte(line: Int) throws {
    let made = try MadeLog(Self.count)
    let whole = try made.bytes
    let lines = MadeLog.lines(whole)
    let start = lines[..<line].joined().count
    for offset in 0..<lines[line].count {
      // Another digit, another case, beyond ASCII, and a zero.
      let flip = [1, 0x20, 0x80, whole[start + offset]][offset % 4]
      var bytes = whole
      bytes[start + offset] ^= flip
      try made.put(bytes)
      let report = try made.log.verify()
      #expect(report.verdict == .broken, "byte \(offset) ^ \(flip): \(report)")
      // The end of a line belongs to two lines.
      let found = report.finding?.line ?? 0
      #expect(found == line + 1 || offset == lines[line].count - 1, "byte \(offset): \(report)")
    }
  }

  @Test(arguments: places.dropLast())
  func findsAChangeWithoutAHead(line: Int) throws {
    let made = try MadeLog(Self.count)
    var lines = MadeLog.lines(try made.bytes)
    lines[line][60] ^= 1
    let found = try finding(made, lines, withHead: false)
    #expect(found?.kind == .changed && found?.line == line + 1, "\(String(describing: found))")
  }

  @Test(arguments: places)
  func findsADeletedLine(line: Int) throws {
    let made = try MadeLog(Self.count)
    var lines = MadeLog.lines(try made.bytes)
    lines.remove(at: line)
    let found = try finding(made, lines)
    let number = Int64(line + 1)
    let isLast = line == Self.count - 1
    #expect(found?.kind == (isLast ? .cutEnd(recorded: 30) : .missing(number...number)))
    #expect(found?.line == line + 1 && found?.number == number)
  }

  @Test func findsDeletedLinesTogether() throws {
    let made = try MadeLog(Self.count)
    var lines = MadeLog.lines(try made.bytes)
    lines.removeSubrange(4..<9)
    #expect(try finding(made, lines)?.kind == .missing(5...9))
  }

  @Test(arguments: places)
  func findsADuplicatedLine(line: Int) throws {
    let made = try MadeLog(Self.count)
    let lines = MadeLog.lines(try made.bytes)
    for place in 0...Self.count where place != line {
      var changed = lines
      changed.insert(lines[line], at: place)
      let found = try finding(made, changed)
      #expect(found?.kind == .duplicated, "\(line) at \(place): \(String(describing: found))")
      #expect(found?.line == (place == line + 1 ? line + 2 : place + 1))
    }
  }

  @Test(arguments: places.dropLast())
  func findsSwappedLines(line: Int) throws {
    let made = try MadeLog(Self.count)
    let lines = MadeLog.lines(try made.bytes)
    for other in (line + 1)..<Self.count {
      var changed = lines
      changed.swapAt(line, other)
      let found = try finding(made, changed)
      #expect(found?.kind == .outOfOrder, "\(line) and \(other): \(String(describing: found))")
      #expect(found?.line == line + 1)
    }
  }

  @Test(arguments: ["hello\n", "\n", "{}\n", "{\"seq\":3}\n", "\u{0}\u{0}\u{0}\u{0}\n"])
  func findsAForeignLine(text: String) throws {
    let made = try MadeLog(Self.count)
    let lines = MadeLog.lines(try made.bytes)
    for place in 0...Self.count {
      var changed = lines
      changed.insert(Array(text.utf8), at: place)
      let found = try finding(made, changed)
      let wanted: [AuditFinding.Kind] =
        place < Self.count ? [.foreign] : [.foreign, .changed]
      #expect(wanted.contains { $0 == found?.kind }, "\(place): \(String(describing: found))")
      #expect(found?.line == place + 1)
    }
  }

  @Test(arguments: places)
  func findsAForgedEntry(line: Int) throws {
    let made = try MadeLog(Self.count)
    let lines = MadeLog.lines(try made.bytes)
    var forged = lines[line]
    forged[60] ^= 1
    for place in [line, line + 1] {
      var changed = lines
      changed.insert(forged, at: place)
      let found = try finding(made, changed)
      #expect(found?.kind == .inserted, "\(line) at \(place): \(String(describing: found))")
      #expect(found?.line == place + 1)
    }
  }

  @Test(arguments: places)
  func findsChangedLineEnds(line: Int) throws {
    let made = try MadeLog(Self.count)
    let lines = MadeLog.lines(try made.bytes)
    let all = lines.map { Array($0.dropLast()) + [0x0D, 0x0A] }
    #expect(try finding(made, all)?.kind == .changedLineEnds)
    #expect(
      try finding(made, lines.map { Array($0.dropLast()) + [0x0D] })?.kind == .changedLineEnds)
    var one = lines
    one[line] = all[line]
    let found = try finding(made, one)
    #expect(found?.kind == .changedLineEnds && found?.line == line + 1)
  }

  @Test(arguments: 1...count)
  func findsACutEndByTheHeadAlone(removed: Int) throws {
    let made = try MadeLog(Self.count)
    let lines = Array(MadeLog.lines(try made.bytes).dropLast(removed))
    #expect(try finding(made, lines)?.kind == .cutEnd(recorded: 30))
    let report = try made.bare.verify()
    #expect(report.verdict == .whole && report.head == .none && report.caveat != nil)
    #expect(report.count == Int64(Self.count - removed))
  }

  @Test func findsALogThatIsGone() throws {
    let made = try MadeLog(3)
    try FileManager.default.removeItem(atPath: made.path)
    #expect(try made.log.verify().finding?.kind == .cutEnd(recorded: 3))
    #expect(throws: AuditError.file(.cannotOpen(path: made.path, reason: .missing))) {
      try made.bare.verify()
    }
  }

  @Test func findsAnOlderCopyAndAnotherLog() throws {
    let made = try MadeLog(10)
    let old = try made.bytes
    try made.add(20)
    try made.put(old)
    #expect(try made.log.verify().finding?.kind == .cutEnd(recorded: 30))
    for (count, kind) in [(30, .lastLineChanged), (31, .replaced)] as [(Int, AuditFinding.Kind)] {
      let other = try MadeLog()
      for turn in 0..<count { try other.log.append([MadeLog.event(turn + 1)], at: MadeLog.time) }
      try made.put(try other.bytes)
      let report = try made.log.verify()
      #expect(report.finding?.kind == kind && report.head == .unmet)
    }
  }

  @Test func tellsATornLineFromATamperedOne() throws {
    let made = try MadeLog(Self.count)
    let whole = try made.bytes
    let old = try #require(made.heads.only)
    try made.add(1)
    let next = try made.bytes[whole.count...]
    made.heads.only = old
    for count in 1..<next.count - 1 {
      try made.put(whole + next.prefix(count))
      let report = try made.log.verify()
      #expect(report.verdict == .torn && report.count == 30, "\(count): \(report)")
      #expect(report.finding?.kind == .torn(bytes: count) && report.finding?.offset == whole.count)
      try made.put(whole + next.prefix(count - 1) + Array(repeating: 0, count: 4096))
      #expect(try made.log.verify().verdict == .torn)
    }
    try made.put(whole + Array(repeating: 0, count: 4096) + next.prefix(20))
    #expect(try made.log.verify().finding?.kind == .zeros)
    for text in ["hello", "{\"seq\":33,", "x\u{0}\u{0}"] {
      try made.put(whole + Array(text.utf8))
      #expect(try made.log.verify().verdict == .broken, "\(text)")
    }
  }

  @Test func saysWhatItFoundInOneLine() throws {
    let made = try MadeLog(2)
    let hash = try #require(made.heads.only?.hash)
    #expect(
      try made.log.verify().description
        == "whole; 2 entries, 2025-11-13T07:43:20+05:30 to 2025-11-13T07:43:20+05:30, last hash \(hash)"
    )
    try made.put([])
    #expect(
      try made.log.verify().description.hasPrefix(
        "broken: line 1, byte 0: the head record knows entry 2: the end was cut off"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func neverFailsOnAMutatedLog(seed: UInt64) throws {
    let made = try MadeLog(12)
    let whole = try made.bytes
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let mutated = Self.mutated(whole, &random)
      try made.put(mutated)
      let report = try made.log.verify()
      #expect((report.verdict == .whole) == (mutated == whole), "\(report)")
      #expect(!report.description.isEmpty)
      _ = try made.bare.verify()
    }
  }

  /// A log with one to four accidents.
  private static func mutated(_ whole: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = whole
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let first = Int.random(in: 0...bytes.count, using: &random)
      let range = first..<min(bytes.count, first + .random(in: 0...400, using: &random))
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes.removeSubrange(range)
      case 1:
        bytes.insert(contentsOf: bytes[range], at: .random(in: 0...bytes.count, using: &random))
      case 2: bytes.replaceSubrange(range, with: random.bytes(range.count))
      case 3: bytes.insert(contentsOf: random.bytes(3) + [10], at: first)
      default: bytes.replaceSubrange(range, with: repeatElement(0, count: range.count))
      }
    }
    return bytes
  }
}
