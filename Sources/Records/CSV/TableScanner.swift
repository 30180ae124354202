/// Finds the line ends of a table that end a row, not those inside quotes.
///
/// Only quotes change what a line end means, so it goes from one to the next and looks at nothing
/// between them but the line ends.
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
    guard let start = bytes.baseAddress else { return nil }
    let end = unsafe start + bytes.count
    var rowEnd: UnsafePointer<UInt8>?
    var next = unsafe start
    while unsafe next < end {
      let (quote, count, afterLast) = unsafe LineScan.quote(from: next, to: end)
      line += count
      if case .quotedCell = place {
        if unsafe quote < end { place = .afterQuote }
      } else {
        if let afterLast = unsafe afterLast { unsafe rowEnd = unsafe afterLast }
        if unsafe quote > next { place = unsafe placeAfter(quote[-1]) }
        if unsafe quote < end { openQuote() }
      }
      unsafe next = unsafe quote + 1
    }
    return unsafe rowEnd.map { unsafe $0 - start }
  }

  /// Where a cell is after a byte outside quotes.
  private func placeAfter(_ byte: UInt8) -> Place {
    byte == separator || byte == UInt8(ascii: "\n") ? .cellStart : .plainCell
  }

  /// Takes a quote that stands outside a quoted cell, or right behind one.
  private mutating func openQuote() {
    switch place {
    case .cellStart:
      place = .quotedCell
      quoteLine = line
    case .afterQuote: place = .quotedCell
    case .plainCell, .quotedCell: break
    }
  }
}
