import Files
internal import Store

/// What a power cut leaves of entries that nobody was told of.
///
/// A device takes a block in pieces and in any order, so where it was stopped some pieces are zeros, and a
/// line behind them may be whole. Such a rest is no tampering: it stands behind the entry of the head record,
/// and no entry holds a byte that is zero.
enum PowerCutRest {
  /// The smallest piece that a device takes whole.
  private static let sector = 512
  /// No block is longer.
  private static let longest = 64 << 20
  /// As long as no head is known, nothing tells a rest from a log that was damaged, except how short it is.
  private static let longestWithoutHead = 64 << 10

  /// Where the rest begins, looked for behind the entry of the head record; nil where there is none.
  static func start(
    behind head: LogHead?, in file: borrowing JournalFile
  ) throws(AuditError) -> Int? {
    let size = try onFile { () throws(FileError) in try file.size() }
    // Mostly the head is that of the last entry, and nothing has to be read.
    if let head, head.size >= size { return nil }
    var reader = AuditLineReader(size: size, from: head?.size ?? 0)
    var last = head.map { ($0.number, $0.hash) }
    while let line = try reader.next(file) {
      guard let entry = line.entry, line.follows(last) else {
        return try isRest(line.offset..<size, behind: head, in: file) ? line.offset : nil
      }
      last = (entry.number, line.hash)
    }
    return nil
  }

  /// Whether the bytes are pieces of which some are zeros, and all others hold none.
  static func isRest(
    _ range: Range<Int>, behind head: LogHead?, in file: borrowing JournalFile
  ) throws(AuditError) -> Bool {
    guard range.lowerBound >= head?.size ?? 0,
      range.count <= (head == nil ? longestWithoutHead : longest)
    else { return false }
    let bytes = try onFile { () throws(FileError) in try file.bytes(range) }
    var (place, holdsZeros) = (0, false)
    while place < bytes.count {
      let border = ((range.lowerBound + place) / sector + 1) * sector
      let end = min(border - range.lowerBound, bytes.count)
      let zeros = bytes[place..<end].count { $0 == 0 }
      guard zeros == 0 || zeros == end - place else { return false }
      if zeros > 0 { holdsZeros = true }
      place = end
    }
    return holdsZeros
  }
}
