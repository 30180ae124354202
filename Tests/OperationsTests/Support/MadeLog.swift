import Foundation
import Operations
import Scalars
import TestSupport

/// A log in a folder of its own.
struct MadeLog {
  let scratch: Scratch
  let heads: MemoryHeads

  static let name = "audit.jsonl"
  static let time = Timestamp(milliseconds: 1_763_000_000_000)

  /// Makes a log with so many entries.
  init(_ count: Int = 0) throws {
    scratch = try Scratch()
    heads = MemoryHeads()
    try add(count)
  }

  var path: String { scratch(Self.name) }
  var log: AuditLog { AuditLog(path: path, heads: heads) }
  var bare: AuditLog { AuditLog(path: path, heads: nil) }

  /// Appends so many entries, one by one.
  func add(_ count: Int) throws {
    for turn in 0..<count { try log.append([Self.event(turn)], at: Self.time) }
  }

  static func event(_ turn: Int) -> AuditEvent {
    AuditEvent(
      "order", [.init("turn", .whole(Int64(turn))), .init("why", .text("₹\u{0}\n\u{2028}x"))])
  }

  /// The bytes of the log.
  var bytes: [UInt8] {
    get throws { try scratch.bytes(Self.name) }
  }

  /// The permissions of a file beside the log.
  func permissions(of name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch(name))
    return attributes[.posixPermissions] as? Int
  }

  /// Replaces the log, as somebody with an editor would.
  func put(_ bytes: [UInt8]) throws {
    try scratch.put(Self.name, bytes)
  }

  /// The lines of a log, each with its line end.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }
}
