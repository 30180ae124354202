import Files

/// Replaces a file as outputs are replaced.
struct FileWriter {
  let path: String

  /// Gives it three contents, one after the other, and says the number of each that is durable.
  func run() throws {
    for number in 1...3 {
      let file = try AtomicFile(path: path)
      // In pieces, as rows are.
      for row in 0..<3 { try file.write(Array(Self.row(row, of: number).utf8).span) }
      try file.commit()
      say("\(number)")
    }
  }

  /// A row of a content, longer than what a device writes at once.
  static func row(_ row: Int, of number: Int) -> String {
    String(repeating: "content \(number), row \(row)\n", count: 90 * number)
  }

  /// A whole content.
  static func content(_ number: Int) -> String {
    (0..<3).map { row($0, of: number) }.joined()
  }
}
