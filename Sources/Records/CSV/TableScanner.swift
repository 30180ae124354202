/// Finds the line ends of a table that end a row, not those inside quotes.
struct TableScanner: Sendable {
  private enum Place: Sendable {
    case cellStart
    case plainCell
    case quotedCell
    /// After a quote in a quoted cell: its end, or the first of two.
    case afterQuote
  }

  private let separator: UInt8
  private var place = Place.cellStart
  private var line: Int
  private var quoteLine = 0

  init(separator: UInt8, line: Int) {
    self.separator = separator
    self.line = line
  }

  /// The line on which the quote that is still open was opened.
  var openQuoteLine: Int? {
    if case .quotedCell = place { quoteLine } else { nil }
  }

  /// The place after the last line end in these bytes that ends a row.
  mutating func lastRowEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end: Int?
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch place {
      case .quotedCell:
        if byte == UInt8(ascii: "\"") { place = .afterQuote }
        continue
      case .afterQuote where byte == UInt8(ascii: "\""):
        place = .quotedCell
        continue
      case .cellStart where byte == UInt8(ascii: "\""):
        place = .quotedCell
        quoteLine = line
        continue
      default: break
      }
      if byte == UInt8(ascii: "\n") {
        place = .cellStart
        end = index + 1
      } else {
        place = byte == separator ? .cellStart : .plainCell
      }
    }
    return end
  }
}
