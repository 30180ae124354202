import Digests
import Scalars

/// The parts of an entry that hold the chain together, read from its bytes as they are.
///
/// What stands between them is not looked at: the next entry vouches for it by its hash.
struct AuditEntry: Equatable {
  let number: Int64
  let time: Timestamp
  let previous: Digest

  static let opening = Array("{\"seq\":".utf8)
  private static let beforeTime = Array(",\"ts\":\"".utf8)
  private static let beforeEvent = Array("\",\"event\":\"".utf8)
  private static let beforePrevious = Array(",\"prev\":\"".utf8)
  private static let closing = Array("\"}".utf8)
  private static let hashLength = 64

  /// Reads a line without its line end; nil where the log would not have written it so.
  init?(_ line: [UInt8]) {
    guard line.count <= AuditLine.longest, Self.isPlain(line) else { return nil }
    var rest = line[...]
    guard Self.take(Self.opening, from: &rest), let number = Self.number(from: &rest),
      Self.take(Self.beforeTime, from: &rest), let time = Self.time(from: &rest),
      Self.take(Self.beforeEvent, from: &rest), let previous = Self.previous(atEndOf: rest)
    else { return nil }
    (self.number, self.time, self.previous) = (number, time, previous)
  }

  /// What the entry of a number begins with.
  static func beginning(_ number: Int64) -> [UInt8] {
    opening + Array(number.description.utf8) + beforeTime
  }

  /// The log escapes control characters, so none stands in a line of its own.
  private static func isPlain(_ line: [UInt8]) -> Bool {
    !line.contains { $0 < 0x20 || $0 == 0x7F }
  }

  private static func take(_ words: [UInt8], from rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: words) else { return false }
    rest = rest.dropFirst(words.count)
    return true
  }

  /// A whole number above 0 as the log writes it.
  private static func number(from rest: inout ArraySlice<UInt8>) -> Int64? {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard let first = digits.first, first != UInt8(ascii: "0") else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  private static func time(from rest: inout ArraySlice<UInt8>) -> Timestamp? {
    let text = Array(rest.prefix(Timestamp.textRoom).prefix { $0 != UInt8(ascii: "\"") })
    rest = rest.dropFirst(text.count)
    return try? Timestamp(rfc3339: text.span)
  }

  private static func previous(atEndOf rest: ArraySlice<UInt8>) -> Digest? {
    let length = beforePrevious.count + hashLength + closing.count
    guard rest.count > length else { return nil }
    var end = rest.suffix(length)
    guard take(beforePrevious, from: &end) else { return nil }
    let hash = end.prefix(hashLength)
    guard end.dropFirst(hashLength).elementsEqual(closing) else { return nil }
    return Digest(String(decoding: hash, as: UTF8.self))
  }
}
