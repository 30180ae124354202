import Digests
import Foundation
import Operations
import Store
import TestSupport
import Testing

/// A block of which the device has some pieces and not those before them.
struct AuditRestTests {
  /// A log of which the last block has ten entries, and what its head was before them.
  private func logWithBlock(behind count: Int) throws -> (made: MadeLog, start: Int, head: LogHead?)
  {
    let made = try MadeLog(count)
    let (start, head) = (count == 0 ? 0 : try made.bytes.count, made.heads.only)
    try made.log.append((0..<10).map(MadeLog.event), at: MadeLog.time)
    return (made, start, head)
  }

  /// The places at which a device begins another piece, from the block's own beginning on.
  private func borders(_ start: Int, _ size: Int) -> [Int] {
    [start] + stride(from: (start / 512 + 1) * 512, to: size, by: 512) + [size]
  }

  @Test(arguments: [0, 1, 4])
  func isSetAsideWhateverPieceIsMissing(count: Int) throws {
    let (made, start, head) = try logWithBlock(behind: count)
    let whole = try made.bytes
    let borders = borders(start, whole.count)
    #expect(borders.count > 4)
    for (piece, end) in zip(borders, borders.dropFirst()) {
      for name in try made.scratch.names where name != MadeLog.name {
        try FileManager.default.removeItem(atPath: made.scratch(name))
      }
      made.heads.only = head
      var bytes = whole
      bytes.replaceSubrange(piece..<end, with: repeatElement(0, count: end - piece))
      try made.put(bytes)
      let report = try made.log.verify()
      #expect(report.verdict == .torn && report.count >= count, "\(piece): \(report)")
      try made.add(1)
      #expect(try made.log.verify().verdict == .whole)
      // What was there is kept, byte by byte, and the log says where.
      let offset = try #require(report.finding?.offset)
      let name = "audit.jsonl.torn-\(report.count + 1)"
      #expect(try made.scratch.bytes(name) == Array(bytes[offset...]))
      #expect(try made.scratch.text(MadeLog.name).contains(#""torn_line_set_aside","bytes":"#))
    }
  }

  @Test func isNoneWhereTheHeadVouchesForIt() throws {
    let (made, start, _) = try logWithBlock(behind: 4)
    let whole = try made.bytes
    let borders = borders(start, whole.count)
    for (piece, end) in zip(borders, borders.dropFirst()) {
      var bytes = whole
      bytes.replaceSubrange(piece..<end, with: repeatElement(0, count: end - piece))
      try made.put(bytes)
      #expect(try made.log.verify().verdict == .broken)
    }
  }

  @Test func isNoneWhereNoHeadsAreKept() throws {
    let (made, start, _) = try logWithBlock(behind: 4)
    var bytes = try made.bytes
    let end = (start / 512 + 1) * 512
    bytes.replaceSubrange(start..<end, with: repeatElement(0, count: end - start))
    try made.put(bytes)
    #expect(try made.bare.verify().verdict == .broken)
  }

  @Test func isNoneWhereAPieceIsBothZerosAndText() throws {
    let (made, start, head) = try logWithBlock(behind: 4)
    let whole = try made.bytes
    made.heads.only = head
    for (place, byte) in [(start, 0), (start + 40, 0), (start + 40, UInt8(ascii: "x"))] {
      var bytes = whole
      bytes[place] = byte
      try made.put(bytes)
      #expect(try made.log.verify().verdict == .broken)
    }
  }
}
