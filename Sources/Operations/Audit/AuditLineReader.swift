import Digests
import Files

/// A line of a log with its place and its bytes as they are.
struct CheckedLine {
  /// From 1.
  let number: Int
  /// Where it begins.
  let offset: Int
  /// The bytes without the line end; of a very long line only the first.
  let bytes: [UInt8]
  /// How many bytes it has in all, its line end included.
  let length: Int
  /// Whether it has a line end.
  let isEnded: Bool
  /// What it says, where it is an entry.
  let entry: AuditEntry?
  let hash: Digest

  init(number: Int, offset: Int, bytes: [UInt8], length: Int, isEnded: Bool) {
    self.number = number
    self.offset = offset
    self.bytes = bytes
    self.length = length
    self.isEnded = isEnded
    entry = AuditEntry(bytes)
    hash = SHA256.digest(of: bytes.span)
  }

  /// Where the next line begins.
  var end: Int { offset + length }

  /// Whether it comes right behind an entry; behind none, whether it is the first.
  func follows(_ other: CheckedLine?) -> Bool {
    follows(other.map { ($0.entry?.number ?? 0, $0.hash) })
  }

  /// Whether it comes right behind the entry of a number and a hash; behind none, whether it is the first.
  func follows(_ other: (number: Int64, hash: Digest)?) -> Bool {
    guard let entry else { return false }
    return entry.number == (other?.number ?? 0) + 1 && entry.previous == other?.hash ?? .zero
  }

  /// Whether so many zeros follow each other that no slip of an editor explains them.
  var holdsZeros: Bool {
    var run = 0
    for byte in bytes {
      run = byte == 0 ? run + 1 : 0
      if run == 16 { return true }
    }
    return false
  }

  /// Whether the first bytes look like those of an entry.
  var looksLikeEntry: Bool { bytes.starts(with: AuditEntry.opening) }
}

/// Reads the lines of a log one by one, in memory that does not grow with it.
struct AuditLineReader {
  /// Where the reading stops: what comes behind was written later.
  private let size: Int
  private var buffer: [UInt8] = []
  private var used = 0
  /// Where the buffer ends in the file.
  private var place: Int
  private var number = 0
  private var offset: Int

  private static let step = 64 << 10

  /// - Parameter start: where the first line begins, which counts as line 1.
  init(size: Int, from start: Int = 0) {
    self.size = size
    (place, offset) = (start, start)
  }

  /// The next line; nil at the end.
  mutating func next(_ file: borrowing JournalFile) throws(AuditError) -> CheckedLine? {
    var (bytes, length, isEnded): ([UInt8], Int, Bool) = ([], 0, false)
    while !isEnded, try fill(file) {
      let rest = buffer[used...]
      let found = rest.firstIndex(of: UInt8(ascii: "\n"))
      let piece = rest[..<(found ?? rest.endIndex)]
      bytes += piece.prefix(AuditLine.longest + 1 - bytes.count)
      isEnded = found != nil
      length += piece.count + (isEnded ? 1 : 0)
      used = piece.endIndex + (isEnded ? 1 : 0)
    }
    if length == 0 { return nil }
    defer { offset += length }
    number += 1
    return CheckedLine(
      number: number, offset: offset, bytes: bytes, length: length, isEnded: isEnded)
  }

  /// Sees to it that bytes are at hand; false at the end.
  private mutating func fill(_ file: borrowing JournalFile) throws(AuditError) -> Bool {
    if used < buffer.count { return true }
    let range = place..<min(place + Self.step, size)
    if range.isEmpty { return false }
    buffer = try onFile { () throws(FileError) in try file.bytes(range) }
    used = 0
    place += buffer.count
    return !buffer.isEmpty
  }
}
