/// A file of lines that is renamed and begun anew before it grows beyond a size, shared by processes.
///
/// Nothing is ever copied and cut, so no line is lost between two of them: older generations are the same
/// files under the names `FILE.1`, the youngest, to `FILE.N`.
package struct RotatedFile: Sendable {
  /// The path as the user gave it.
  package let path: String
  private let mostBytes: Int
  private let generations: Int

  /// So long another process is waited for, in milliseconds.
  private static let patience: Int32 = 500

  /// Creates a description of the file; nothing is opened yet.
  package init(path: String, mostBytes: Int, generations: Int) {
    self.path = path
    self.mostBytes = mostBytes
    self.generations = generations
  }

  /// Appends whole lines in one piece.
  package func append(_ lines: [UInt8]) throws(FileError) {
    // Another process may rename the file between its opening and its locking; that happens once in a
    // generation, so a few tries are more than enough.
    for _ in 0..<8 {
      let file = try JournalFile(appendingTo: path)
      guard try file.lock(atMost: Self.patience) else { break }
      guard file.isStillNamed else { continue }
      let size = try file.size()
      if size > 0, size + lines.count > mostBytes {
        try rename()
        continue
      }
      return try file.append(lines)
    }
    throw .cannotWrite(path: path, reason: .wouldBlock)
  }

  /// Moves every generation on by one, while the file is locked; the eldest goes.
  private func rename() throws(FileError) {
    let calls = SystemCalls.real
    var failing = path
    do throws(Errno) {
      if generations == 0 { return try calls.unlink(path) }
      for generation in stride(from: generations - 1, through: 0, by: -1) {
        failing = generation == 0 ? path : "\(path).\(generation)"
        do throws(Errno) {
          try calls.rename(failing, "\(path).\(generation + 1)")
        } catch .missing {
          // There are not yet so many.
        }
      }
    } catch {
      throw .cannotWrite(path: failing, reason: error)
    }
  }
}
