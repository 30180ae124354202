/// How the records of an input are written down.
public enum InputFormat: Sendable, Equatable {
  /// One JSON object a line.
  case jsonLines
  /// One JSON array of objects, on any number of lines.
  case jsonArray
  /// A table with a header: CSV or TSV.
  case table(CSVHeader)

  /// The name of the format, for people.
  public var name: String {
    switch self {
    case .jsonLines: "JSON lines"
    case .jsonArray: "JSON array"
    case .table(let header): header.separator == UInt8(ascii: "\t") ? "TSV" : "CSV"
    }
  }
}

/// What the first bytes of an input say about its format.
public enum FormatRecognition: Sendable, Equatable {
  /// More bytes must be seen.
  case needsMore
  /// The format, and what stands before the first record.
  case format(InputFormat, InputHead)
  /// The first bytes say nothing.
  case blank(InputHead)
  /// There is nothing in it.
  case empty
}

/// What stands before the first record of an input: a byte-order mark, blank lines, an array's
/// bracket, a table's header.
public struct InputHead: Sendable, Equatable {
  /// How many bytes it has.
  public let length: Int
  /// How many line ends are among them.
  public let lines: Int
  /// How many bytes stand on its last line; a byte-order mark is no part of a line.
  public let lineOffset: Int
}

extension InputFormat {
  /// The longest head that is looked at before a decision.
  public static let longestHead = 1 << 20

  /// How many blanks behind a brace are waited for to be followed by something.
  private static let longestGap = 4096

  /// Recognises a format by the first bytes of an input; its name plays no part.
  ///
  /// - Parameters:
  ///   - head: the first bytes.
  ///   - isEnd: whether these are all there are.
  public static func recognised(
    in head: Span<UInt8>, isEnd: Bool
  ) throws(FormatProblem) -> FormatRecognition {
    if head.count < 16 && !isEnd && !hasLineEnd(head) { return .needsMore }
    if let problem = foreignFormat(head) { throw problem }
    var start = hasByteOrderMark(head) ? 3 : 0
    var lines = 0
    var lineStart = start
    while start < head.count, isBlank(head[start]) {
      start += 1
      if head[start - 1] == UInt8(ascii: "\n") {
        lines += 1
        lineStart = start
      }
    }
    func place(_ length: Int) -> InputHead {
      InputHead(length: length, lines: lines, lineOffset: length - lineStart)
    }
    guard start < head.count else {
      return isEnd ? .empty : .blank(place(start))
    }
    switch head[start] {
    case UInt8(ascii: "{"):
      return try isJSONLines(head, from: start, isEnd: isEnd)
        ? .format(.jsonLines, place(start)) : .needsMore
    case UInt8(ascii: "["):
      return .format(.jsonArray, place(start + 1))
    default:
      return try table(head, from: start, lines: lines, isEnd: isEnd)
    }
  }

  private static func hasLineEnd(_ head: Span<UInt8>) -> Bool {
    head.indices.contains { head[$0] == UInt8(ascii: "\n") }
  }

  static func hasByteOrderMark(_ head: Span<UInt8>) -> Bool {
    head.count >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t")
  }

  /// Whether the brace begins a record on one line; false when more bytes must be seen.
  private static func isJSONLines(
    _ head: Span<UInt8>, from start: Int, isEnd: Bool
  ) throws(FormatProblem) -> Bool {
    var place = start + 1
    while place < head.count,
      head[place] == UInt8(ascii: " ") || head[place] == UInt8(ascii: "\t")
        || head[place] == UInt8(ascii: "\r")
    { place += 1 }
    if place == head.count { return isEnd || place - start > longestGap }
    if head[place] == UInt8(ascii: "\n") && !(isEnd && place + 1 == head.count) {
      throw .prettyPrinted
    }
    return true
  }

  private static func table(
    _ head: Span<UInt8>, from start: Int, lines: Int, isEnd: Bool
  ) throws(FormatProblem) -> FormatRecognition {
    var end = start
    var isQuoted = false
    while end < head.count, isQuoted || head[end] != UInt8(ascii: "\n") {
      if head[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
      end += 1
    }
    if end == head.count && !isEnd && head.count < longestHead { return .needsMore }
    var last = end
    if last > start, head[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    let line = head.extracting(start..<last)
    let header = try tableHeader(line)
    let quotedLines = line.indices.count { line[$0] == UInt8(ascii: "\n") }
    let hasLineEnd = end < head.count
    return .format(
      .table(header),
      InputHead(
        length: hasLineEnd ? end + 1 : end, lines: lines + quotedLines + (hasLineEnd ? 1 : 0),
        lineOffset: hasLineEnd ? 0 : line.count))
  }

  private static func tableHeader(_ line: Span<UInt8>) throws(FormatProblem) -> CSVHeader {
    func count(_ byte: UInt8) -> Int { line.indices.count { line[$0] == byte } }
    let loneReturns = line.indices.contains { index in
      line[index] == UInt8(ascii: "\r")
        && (index + 1 == line.count || line[index + 1] != UInt8(ascii: "\n"))
    }
    if loneReturns { throw .carriageReturns }
    let tabs = count(UInt8(ascii: "\t"))
    let commas = count(UInt8(ascii: ","))
    if tabs == 0 && commas == 0 {
      if count(UInt8(ascii: ";")) > 0 { throw .semicolons }
      let name = String(decoding: (0..<line.count).map { line[$0] }, as: UTF8.self)
      // One column alone is a table only when its name is one that records have.
      guard Field.named(name) != nil else {
        throw .notRecords(found: (0..<min(line.count, RecordProblem.longestQuote)).map { line[$0] })
      }
    }
    return try CSVHeader(
      line: line, separator: tabs > commas ? UInt8(ascii: "\t") : UInt8(ascii: ","))
  }
}
