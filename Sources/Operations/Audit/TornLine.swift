import Digests
import Files

/// The bytes of an entry that was never finished, taken out of the log but never lost.
///
/// They go into a file of their own under a first name, before they are cut off the log. The file
/// gets its last name when the log has an entry that says so; a program that dies between the two
/// leaves the first name behind, and so the next one knows that the entry is still owed.
struct TornLine {
  /// The entry that is owed.
  let event: AuditEvent
  private let firstName: String
  private let lastName: String
  private let calls: SystemCalls

  /// Takes what is torn out of a log whose lock is held; nil where nothing is owed.
  ///
  /// - Parameter number: the number that the entry about it will have.
  init?(
    _ end: AuditEnd, of file: borrowing JournalFile, number: Int64, calls: SystemCalls
  ) throws(AuditError) {
    firstName = file.path + ".torn"
    self.calls = calls
    let kept = try Self.content(of: firstName, calls: calls)
    if kept == nil, end.torn.isEmpty { return nil }
    let bytes = Self.joined(kept ?? [], end.torn)
    if !end.torn.isEmpty {
      // Also where all of it is there: who wrote it may have died before it was durable.
      let (name, count) = (firstName, kept?.count ?? 0)
      try onFile { () throws(FileError) in
        try Self.keep(bytes, behind: count, in: name, calls: calls)
      }
      try onFile { () throws(FileError) in try file.cut(to: end.wholeSize) }
    }
    lastName = Self.freeName(firstName + "-\(number)", calls: calls)
    event = AuditEvent(
      "torn_line_set_aside",
      [
        .init("bytes", .whole(Int64(bytes.count))),
        .init("sha256", .text(SHA256.digest(of: bytes.span).description)),
        .init("file", .text(TargetPath(lastName).name)),
      ])
  }

  /// Gives the file its last name, now that the log says so.
  ///
  /// A failure costs nothing but a second entry about the same bytes.
  func conclude() {
    try? calls.rename(firstName, lastName)
  }

  private static func content(of path: String, calls: SystemCalls) throws(AuditError) -> [UInt8]? {
    do throws(Errno) {
      _ = try calls.statusOfName(path)
    } catch .missing {
      return nil
    } catch {
      throw .file(.cannotRead(path: path, reason: error))
    }
    return try onFile { () throws(FileError) in
      let file = try JournalFile(reading: path, calls: calls)
      return try file.bytes(0..<file.size())
    }
  }

  /// What was torn before and what is torn now, unless that is there already.
  private static func joined(_ kept: [UInt8], _ torn: [UInt8]) -> [UInt8] {
    if torn.isEmpty { return kept }
    if torn.starts(with: kept) { return torn }
    if kept == torn || kept.ends(with: [UInt8(ascii: "\n")] + torn) { return kept }
    return kept + [UInt8(ascii: "\n")] + torn
  }

  /// Brings a file to the device that holds the first of the bytes already.
  ///
  /// It only grows, so that whatever was set aside before is never at risk.
  private static func keep(
    _ bytes: [UInt8], behind count: Int, in path: String, calls: SystemCalls
  ) throws(FileError) {
    let file = try JournalFile(appendingTo: path, calls: calls)
    do throws(FileError) {
      try file.append(Array(bytes[count...]))
      try file.synchronize()
    } catch {
      try? file.cut(to: count)
      throw error
    }
    try file.synchronizeFolder()
  }

  /// A name that nothing has: a log that was begun anew counts from 1 again.
  private static func freeName(_ name: String, calls: SystemCalls) -> String {
    var (free, count) = (name, 1)
    while (try? calls.statusOfName(free)) != nil {
      count += 1
      free = "\(name)-\(count)"
    }
    return free
  }
}

extension [UInt8] {
  fileprivate func ends(with end: [UInt8]) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
