import Digests
import Files
import Operations
import Scalars
import Store

/// Appends to the audit log of a folder, or checks it.
struct AuditWriter {
  private let log: AuditLog

  init(folder: String) {
    log = AuditLog(path: "\(folder)/audit.jsonl", heads: FileHeads(folder: folder))
  }

  /// Appends entries, so many or for ever, and says the number of each that is durable.
  func run(_ words: [String]) throws {
    let count = words.first.flatMap { Int($0) } ?? .max
    let block = words.dropFirst().first.flatMap { Int($0) } ?? 1
    for turn in 0..<count {
      let text = String(repeating: "₹", count: turn % 97)
      let events = (0..<block).map { place in
        AuditEvent(
          "order", [.init("turn", .whole(Int64(turn))), .init("text", .text("\(place)\(text)"))])
      }
      let now = Timestamp(milliseconds: WallClock.milliseconds)
      let head = try log.append(events, at: now)
      for place in 0..<block { say("\(head.number - Int64(block - 1 - place))") }
    }
  }

  /// Says the verdict and how many entries are sound.
  func verify() throws {
    let report = try log.verify()
    say("\(report.verdict) \(report.count) \(report)")
  }
}

/// The heads of the logs of a folder, each in a file of its own.
struct FileHeads: AuditHeads {
  let folder: String

  func head(of log: String) throws -> LogHead? {
    let path = "\(folder)/\(log).head"
    guard FileIdentity.exists(path) else { return nil }
    let text = String(decoding: try ByteSource.bytes(of: path), as: UTF8.self)
    let words = text.split(separator: " ")
    guard words.count == 3, let number = Int64(words[0]), let hash = Digest(words[1]),
      let size = Int(words[2])
    else { throw WriterError.badHead(text) }
    return LogHead(number: number, hash: hash, size: size)
  }

  func keep(_ head: LogHead, of log: String, isAccepted: Bool) throws {
    let file = try AtomicFile(path: "\(folder)/\(log).head")
    try file.write(Array("\(head.number) \(head.hash) \(head.size)".utf8).span)
    try file.commit()
  }
}
