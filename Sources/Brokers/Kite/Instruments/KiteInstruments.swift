package import Market

/// Reads Kite's list of instruments, a table that comes in pieces of any size.
///
/// Rows are handed on as they come, and nothing is kept but the row that a piece ended in.
package struct KiteInstruments: Sendable {
  /// A row longer than this is refused; those of the broker have some 120 bytes.
  package static let longestRow = 1 << 16

  /// How rows are read; nil before the first row, which names the columns.
  private var reading: KiteRowReading?
  private let symbols: SymbolReader
  /// What a piece left over of a row.
  private var rest: [UInt8] = []
  private var scan = TableRowScan()
  /// What has been read so far.
  package private(set) var summary = MasterSummary()

  /// Begins with nothing.
  ///
  /// - Parameter tables: the underlyings by which symbols are understood.
  package init(_ tables: MarketTables = .builtIn) {
    symbols = SymbolReader(tables, grammars: SymbolFamily.kite.grammars)
  }

  /// Takes the next piece and hands its rows on.
  package mutating func add(
    _ piece: Span<UInt8>, to sink: inout some InstrumentSink
  ) throws(KiteListProblem) {
    var place = 0
    while !rest.isEmpty, place < piece.count {
      place = try completeRest(piece, from: place, &sink)
    }
    place = try consume(piece, from: place, &sink)
    for index in place..<piece.count { rest.append(piece[index]) }
    try checkRest()
  }

  /// Ends the list.
  ///
  /// A last row without a line end is taken where it is whole; a list that was cut just there can be
  /// told by what came around it alone, and by how many rows there were before.
  ///
  /// - Throws: ``KiteListProblem`` where it was cut or is empty.
  package mutating func finish(
    to sink: inout some InstrumentSink
  ) throws(KiteListProblem) {
    if !rest.isEmpty {
      let bytes = rest
      rest = []
      let skipped = summary.skipped
      guard case .row(let end) = scan.scan(bytes.span, from: 0, isLast: true), reading != nil else {
        throw reading == nil ? .empty : .truncated(rows: summary.rows)
      }
      let rows = summary.rows
      try takeRow(bytes.span, 0..<end, &sink)
      guard summary.skipped == skipped else { throw .truncated(rows: rows) }
    }
    guard summary.rows > 0 else { throw .empty }
  }

  /// Adds the piece up to its next line end to what was left over: the place behind that.
  private mutating func completeRest(
    _ piece: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(KiteListProblem) -> Int {
    var end = start
    while end < piece.count, piece[end] != UInt8(ascii: "\n") { end += 1 }
    end = min(end + 1, piece.count)
    for index in start..<end { rest.append(piece[index]) }
    // A line end in quotes is none, and more has to come.
    if rest.last == UInt8(ascii: "\n") {
      let bytes = rest
      if try consume(bytes.span, from: 0, &sink) > 0 { rest.removeAll(keepingCapacity: true) }
    }
    try checkRest()
    return end
  }

  private func checkRest() throws(KiteListProblem) {
    if rest.count > Self.longestRow { throw .tooLong(row: summary.rows + 1) }
  }

  /// Reads as many rows as are whole: the place behind the last of them.
  private mutating func consume(
    _ bytes: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(KiteListProblem) -> Int {
    var place = start
    while place < bytes.count, case .row(let end) = scan.scan(bytes, from: place) {
      try takeRow(bytes, place..<end, &sink)
      place = end
    }
    return place
  }

  /// Takes the row that was scanned, which may be the one with the names.
  private mutating func takeRow(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ sink: inout some InstrumentSink
  ) throws(KiteListProblem) {
    // A line of nothing is no row.
    if scan.cells.count == 1, scan.cells[0].isEmpty { return }
    guard let reading else {
      self.reading = KiteRowReading(
        columns: try KiteColumns(names(bytes)), symbols: symbols)
      return
    }
    if range.count > Self.longestRow { throw .tooLong(row: summary.rows + 1) }
    summary.rows += 1
    do throws(MasterFlaw) {
      try hand(bytes, reading, &sink)
    } catch {
      summary.flaws[error, default: 0] += 1
    }
  }

  @inline(__always)
  private func hand(
    _ bytes: Span<UInt8>, _ reading: KiteRowReading, _ sink: inout some InstrumentSink
  ) throws(MasterFlaw) {
    guard scan.cells.count == reading.columns.count, !scan.isBroken else { throw .cells }
    if scan.isForeign, let first = scan.cells.first, let last = scan.cells.last {
      let row = bytes.extracting(Int(first.start)..<Int(last.end))
      guard (try? UTF8Span(validating: row)) != nil else { throw .cells }
    }
    guard scan.hasDoubledQuotes else {
      sink.take(try reading.row(scan.cells, in: bytes), in: bytes)
      return
    }
    let (texts, cells) = scan.plain(bytes)
    sink.take(try reading.row(cells, in: texts.span), in: texts.span)
  }

  /// The names of the columns, without the mark that some programs put before them.
  private func names(_ bytes: Span<UInt8>) -> [String] {
    var names = scan.cells.map { cell in
      String(decoding: cell.range.map { bytes[$0] }, as: UTF8.self)
    }
    if let first = names.first, first.utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
      names[0] = String(first.unicodeScalars.dropFirst())
    }
    return names
  }
}
