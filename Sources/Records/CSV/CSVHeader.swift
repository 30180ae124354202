/// The first row of a table: the names of its columns.
public struct CSVHeader: Sendable, Equatable {
  /// What stands between two cells: a comma or a tab.
  public let separator: UInt8
  /// The names of the columns.
  public let names: [String]

  /// Reads a header from the first line of a table, without its line end.
  public init(line: Span<UInt8>, separator: UInt8) throws(FormatProblem) {
    self.separator = separator
    names = try CSVHeader.names(in: line, separator: separator)
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      // A comma at the end of every line, as exchanges wrote it, makes a last column of nothing.
      if name.isEmpty, index > 0, index == names.count - 1 { continue }
      if name.isEmpty { throw .emptyColumn(position: index + 1) }
      if !seen.insert(name).inserted { throw .duplicateColumn(name) }
    }
    if let value = names.first(where: CSVHeader.looksLikeData) { throw .noHeader(value) }
  }

  private static func names(
    in line: Span<UInt8>, separator: UInt8
  ) throws(FormatProblem) -> [String] {
    var bytes = (0..<line.count).map { line[$0] }
    let length = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: JSONScan.padding))
    var spans = Array(repeating: ValueSpan(), count: RecordLimits.members)
    var count = 0
    let row = CSVRow(separator: separator)
    do throws(RecordProblem) {
      _ = try unsafe bytes.withUnsafeBufferPointer { bytes throws(RecordProblem) in
        try unsafe spans.withUnsafeMutableBufferPointer { spans throws(RecordProblem) in
          guard let start = bytes.baseAddress else { return }
          _ = try unsafe row.read(start, to: start + length, into: spans, count: &count)
        }
      }
    } catch {
      throw .brokenHeader(error)
    }
    guard count <= RecordLimits.members else { throw .tooManyColumns(count) }
    return spans.prefix(count).map { span in
      CSVHeader.text(bytes[Int(span.start)..<Int(span.end)], hasDoubledQuotes: span.hasEscapes)
    }
  }

  /// Whether a cell is a number, a day or a time, as no column is called.
  private static func looksLikeData(_ text: String) -> Bool {
    let bytes = text.utf8
    let hasDigit = bytes.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return hasDigit && bytes.allSatisfy { "0123456789+-.,:/ TZeE%".utf8.contains($0) }
  }

  /// The text of a cell: doubled quotes are one, and blanks that people leave behind commas go.
  private static func text(_ cell: ArraySlice<UInt8>, hasDoubledQuotes: Bool) -> String {
    var bytes = Array(cell)
    if hasDoubledQuotes { CSVCell.undouble(&bytes) }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
    let text = bytes.drop(while: isBlank)
    let last = text.lastIndex { !isBlank($0) } ?? text.startIndex - 1
    return String(decoding: text[..<(last + 1)], as: UTF8.self)
  }
}

/// The text of a quoted cell.
enum CSVCell {
  /// Makes every doubled quote a single one.
  static func undouble(_ bytes: inout [UInt8]) {
    var kept = 0
    var index = 0
    while index < bytes.count {
      bytes[kept] = bytes[index]
      kept += 1
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    bytes.removeSubrange(kept...)
  }
}
