import Digests
import Files
internal import Store

/// How a log ends, found by reading backwards and never further than its last entry.
struct AuditEnd {
  /// How long the file is.
  let size: Int
  /// The last whole entry; nil where there is none.
  let last: LogHead?
  /// Whether only the line end of the last entry is missing, as some editors leave it.
  let lacksLineEnd: Bool
  /// What stands behind the last whole entry: the beginning of one, or what a crash left.
  let torn: [UInt8]

  /// Where the whole entries end.
  var wholeSize: Int { size - torn.count }

  private static let step = 16 << 10
  /// No block is longer, so nothing that was torn is either.
  private static let farthest = 64 << 20

  /// Reads the end of a log whose lock is held.
  init(of file: borrowing JournalFile) throws(AuditError) {
    let size = try onFile { () throws(FileError) in try file.size() }
    self.size = size
    let start = try Self.lineStart(before: size, in: file)
    let rest = try onFile { () throws(FileError) in try file.bytes(start..<size) }
    let whole = try Self.head(ofLineEndingAt: start, in: file)
    if let entry = AuditEntry(rest), entry.number == (whole?.number ?? 0) + 1,
      entry.previous == whole?.hash ?? .zero
    {
      let hash = SHA256.digest(of: rest.span)
      last = LogHead(number: entry.number, hash: hash, size: size + 1)
      (lacksLineEnd, torn) = (true, [])
    } else {
      last = whole
      (lacksLineEnd, torn) = (false, rest)
    }
  }

  /// Takes everything from an offset on for torn, before which the last entry ends.
  init(of file: borrowing JournalFile, tornFrom start: Int) throws(AuditError) {
    let size = try onFile { () throws(FileError) in try file.size() }
    self.size = size
    last = try Self.head(ofLineEndingAt: start, in: file)
    lacksLineEnd = false
    torn = try onFile { () throws(FileError) in try file.bytes(start..<size) }
  }

  /// The entry whose line, with its line end, ends at an offset; nil at the start of the file.
  static func head(
    ofLineEndingAt end: Int, in file: borrowing JournalFile
  ) throws(AuditError) -> LogHead? {
    if end == 0 { return nil }
    let start = try lineStart(before: end - 1, in: file)
    let line = try onFile { () throws(FileError) in try file.bytes(start..<end - 1) }
    guard let entry = AuditEntry(line) else {
      throw .foreignEnd(path: file.path, offset: start)
    }
    return LogHead(number: entry.number, hash: SHA256.digest(of: line.span), size: end)
  }

  /// Where the line begins that holds the byte before an offset.
  private static func lineStart(
    before end: Int, in file: borrowing JournalFile
  ) throws(AuditError) -> Int {
    var place = end
    while place > 0 {
      guard end - place <= farthest else { throw .foreignEnd(path: file.path, offset: place) }
      let range = max(place - step, 0)..<place
      let bytes = try onFile { () throws(FileError) in try file.bytes(range) }
      if let found = bytes.lastIndex(of: UInt8(ascii: "\n")) {
        return range.lowerBound + found + 1
      }
      place = range.lowerBound
    }
    return 0
  }
}
