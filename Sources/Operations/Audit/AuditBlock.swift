import Digests
import Scalars
internal import Store

/// Entries that are written at once.
struct AuditBlock {
  /// Their lines, with what is missing of the line before them.
  private(set) var bytes: [UInt8] = []
  /// Where the log ends with them.
  private(set) var head: LogHead

  /// Longer blocks would need more memory than a check of the log does.
  private static let longest = 32 << 20

  /// Continues a log that ends so.
  init(
    _ events: [AuditEvent], at time: Timestamp, behind end: AuditEnd, path: String
  ) throws(AuditError) {
    head = end.last ?? LogHead(number: 0, hash: .zero, size: 0)
    if end.lacksLineEnd { bytes.append(UInt8(ascii: "\n")) }
    for event in events {
      let number = head.number + 1
      let line = AuditLine.bytes(event, number: number, at: time, previous: head.hash)
      guard line.count <= AuditLine.longest, bytes.count + line.count < Self.longest else {
        throw .tooLong(path: path, event: event.name)
      }
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
      head = LogHead(
        number: number, hash: SHA256.digest(of: line.span), size: head.size + line.count + 1)
    }
  }
}
