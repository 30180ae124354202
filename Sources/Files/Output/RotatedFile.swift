/// A file of lines that is renamed and begun anew before it grows beyond a size, shared by processes.
///
/// Nothing is ever copied and cut, so no line is lost between two of them: older generations are the same
/// files under the names `FILE.1`, the youngest, to `FILE.N`.
package struct RotatedFile: Sendable {
  /// The path as the user gave it.
  package let path: String
  private let mostBytes: Int
  private let generations: Int
  private let isOurs: @Sendable (_ head: [UInt8]) -> Bool

  /// So long another process is waited for, in milliseconds.
  private static let patience: Int32 = 500
  /// So many bytes tell whose file it is.
  private static let headSize = 64

  /// Creates a description of the file; nothing is opened yet.
  ///
  /// - Parameter isOurs: whether a file that begins so may be appended to and renamed.
  package init(
    path: String, mostBytes: Int, generations: Int,
    isOurs: @escaping @Sendable (_ head: [UInt8]) -> Bool = { _ in true }
  ) {
    precondition(generations >= 0, "a number of files")
    self.path = path
    self.mostBytes = mostBytes
    self.generations = generations
    self.isOurs = isOurs
  }

  /// What became of lines.
  package enum Outcome: Equatable, Sendable {
    case appended
    /// They were appended beyond the size: the file was not renamed, because this stands in the way.
    case appendedBeyond(obstacle: String)
    /// The file is somebody else's, and nothing was done.
    case foreign
  }

  /// Appends whole lines in one piece.
  @discardableResult
  package func append(_ lines: [UInt8]) throws(FileError) -> Outcome {
    // Another process may rename the file between its opening and its locking; that happens once in a
    // generation, so a few tries are more than enough.
    for _ in 0..<8 {
      let file = try JournalFile(appendingTo: path)
      guard try file.lock(atMost: Self.patience) else { break }
      guard file.isStillNamed else { continue }
      let size = try file.size()
      if size > 0, !isOurs(try file.bytes(0..<Self.headSize)) { return .foreign }
      if size > 0, size + lines.count > mostBytes {
        if let obstacle {
          try file.append(lines)
          return .appendedBeyond(obstacle: obstacle)
        }
        try rename()
        continue
      }
      try file.append(lines)
      return .appended
    }
    throw .cannotWrite(path: path, reason: .wouldBlock)
  }

  /// The first of the older generations that is none: a folder, say, or the file of somebody else.
  ///
  /// Those behind a gap stay where they are, and so does what stands among them.
  private var obstacle: String? {
    for generation in 0..<generations {
      let path = name(generation + 1)
      guard let nature = FileIdentity.nature(of: path) else { return nil }
      if nature != .file || !isOurs(at: path) { return path }
    }
    return nil
  }

  private func isOurs(at path: String) -> Bool {
    do {
      let file = try JournalFile(reading: path)
      let head = try file.bytes(0..<Self.headSize)
      return head.isEmpty || isOurs(head)
    } catch {
      return false
    }
  }

  /// Moves the generations on by one, while the file is locked; the eldest goes.
  private func rename() throws(FileError) {
    let calls = SystemCalls.real
    var failing = path
    do throws(Errno) {
      if generations == 0 { return try calls.unlink(path) }
      // Those behind a gap stay where they are.
      let free = (1..<generations).first { !FileIdentity.exists(name($0)) } ?? generations
      for generation in stride(from: free - 1, through: 0, by: -1) {
        failing = name(generation)
        try calls.rename(failing, name(generation + 1))
      }
    } catch {
      throw .cannotWrite(path: failing, reason: error)
    }
  }

  private func name(_ generation: Int) -> String {
    generation == 0 ? path : "\(path).\(generation)"
  }
}
