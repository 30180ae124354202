extension InputFormat {
  /// The format that the first bytes belong to, when it is one that holds no records of ours.
  static func foreignFormat(_ head: Span<UInt8>) -> FormatProblem? {
    for (mark, problem) in marks where begins(head, with: mark) { return problem }
    let seen = min(head.count, 4096)
    if beginsJSON(head, seen) {
      if looksLikeUTF16(head, seen) { return .utf16 }
    } else {
      // Zeros at the very start are another format; zeros further on may be a file that was cut.
      if (0..<min(seen, 8)).contains(where: { head[$0] == 0 }) {
        return looksLikeUTF16(head, seen) ? .utf16 : .binary
      }
      if let first = (0..<seen).first(where: { !isBlank(head[$0]) }) {
        if head[first] == UInt8(ascii: "<") { return .webPage }
        if isControl(head[first]) { return .binary }
      }
    }
    return hasOnlyCarriageReturns(head, seen) ? .carriageReturns : nil
  }

  private static let marks: [([UInt8], FormatProblem)] = [
    (Array("SQLite format 3".utf8), .database),
    ([0x50, 0x4B, 0x03, 0x04], .spreadsheet),
    ([0xD0, 0xCF, 0x11, 0xE0], .spreadsheet),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .otherCompression("xz")),
    ([0x28, 0xB5, 0x2F, 0xFD], .otherCompression("zstd")),
    ([0x42, 0x5A, 0x68], .otherCompression("bzip2")),
    ([0x78, 0x01], .otherCompression("zlib")),
    ([0x78, 0x9C], .otherCompression("zlib")),
    ([0x78, 0xDA], .otherCompression("zlib")),
    ([0xFF, 0xFE], .utf16),
    ([0xFE, 0xFF], .utf16),
  ]

  private static func begins(_ head: Span<UInt8>, with mark: [UInt8]) -> Bool {
    head.count >= mark.count && mark.indices.allSatisfy { head[$0] == mark[$0] }
  }

  /// Whether the first byte that is not blank opens an object or an array: then zeros are a hole in a
  /// record, whose line alone is lost.
  private static func beginsJSON(_ head: Span<UInt8>, _ seen: Int) -> Bool {
    let start = hasByteOrderMark(head) ? 3 : 0
    guard let first = (start..<seen).first(where: { !isBlank(head[$0]) }) else { return false }
    return head[first] == UInt8(ascii: "{") || head[first] == UInt8(ascii: "[")
  }

  /// Whether zeros stand in every other place, as they do in UTF-16 text of plain letters.
  ///
  /// Letters of other scripts have no zero, but the names of fields and the marks between them do.
  private static func looksLikeUTF16(_ head: Span<UInt8>, _ seen: Int) -> Bool {
    let even = stride(from: 0, to: seen, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: seen, by: 2).count { head[$0] == 0 }
    return min(even, odd) == 0 && max(even, odd) * 4 >= seen
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n")
      && byte != UInt8(ascii: "\r")
  }

  private static func hasOnlyCarriageReturns(_ head: Span<UInt8>, _ seen: Int) -> Bool {
    let text = 0..<seen
    guard let first = text.first(where: { head[$0] == UInt8(ascii: "\r") }) else { return false }
    return first + 1 < seen && head[first + 1] != UInt8(ascii: "\n")
      && !text.contains { head[$0] == UInt8(ascii: "\n") }
  }
}
