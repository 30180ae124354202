internal import Records

/// Reads SmartAPI's list of all instruments, which comes in pieces of any size.
///
/// Rows are handed on as they come, and nothing is kept but the row that a piece ended in.
package struct SmartAPIMaster: Sendable {
  private enum State { case start, first, row, comma, end }

  /// A row longer than this is refused; those of the broker have some 250 bytes.
  package static let longestRow = 1 << 16

  private var state = State.start
  /// What a piece left over of a row.
  private var rest: [UInt8] = []
  private var scan = MasterRowScan()
  /// What has been read so far.
  package private(set) var summary = MasterSummary()

  /// Begins with nothing.
  package init() {}

  /// Takes the next piece and hands its rows on.
  package mutating func add(
    _ piece: Span<UInt8>, to sink: inout some InstrumentSink
  ) throws(MasterProblem) {
    var place = 0
    while !rest.isEmpty, place < piece.count {
      place = try completeRest(piece, from: place, &sink)
    }
    let end = try consume(piece, from: place, &sink)
    for index in end..<piece.count { rest.append(piece[index]) }
  }

  /// Ends the list.
  ///
  /// - Throws: ``MasterProblem`` where it was cut or is empty.
  package mutating func finish() throws(MasterProblem) {
    guard state == .end, rest.isEmpty else {
      throw state == .start && rest.isEmpty ? .empty : .truncated(rows: summary.rows)
    }
    guard summary.rows > 0 else { throw .empty }
  }

  /// Adds as much to what was left over as completes it: the place in the piece behind that.
  private mutating func completeRest(
    _ piece: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(MasterProblem) -> Int {
    let before = rest.count
    // Twice as much each time, so that a long row is not read again and again.
    let end = min(start + max(before, 512), piece.count)
    for index in start..<end { rest.append(piece[index]) }
    let bytes = rest
    let used = try consume(bytes.span, from: 0, &sink)
    guard used > before else {
      if rest.count > Self.longestRow { throw .tooLong(row: summary.rows + 1) }
      return end
    }
    rest.removeAll(keepingCapacity: true)
    return start + used - before
  }

  /// Reads as many rows as are whole: the place behind the last of them, and behind what follows it.
  private mutating func consume(
    _ bytes: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(MasterProblem) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if MasterText.isBlank(byte) {
        place &+= 1
        continue
      }
      switch state {
      case .start:
        guard byte == UInt8(ascii: "[") else { throw .notAList }
        (state, place) = (.first, place + 1)
      case .first where byte == UInt8(ascii: "]"), .comma where byte == UInt8(ascii: "]"):
        (state, place) = (.end, place + 1)
      case .comma:
        guard byte == UInt8(ascii: ",") else { throw .badList(rows: summary.rows) }
        (state, place) = (.row, place + 1)
      case .first, .row:
        guard byte == UInt8(ascii: "{") else { throw .badList(rows: summary.rows) }
        guard let end = try readRow(bytes, from: place, &sink) else { return place }
        (state, place) = (.comma, end)
      case .end: throw .textBehindEnd
      }
    }
    return place
  }

  /// Reads a row and hands it on: the place behind it; nil where the bytes end before it does.
  @inline(__always)
  private mutating func readRow(
    _ bytes: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(MasterProblem) -> Int? {
    switch scan.scan(bytes, from: start) {
    case .row(let end):
      hand(scan.fields, in: bytes, to: &sink)
      return end
    case .incomplete:
      if bytes.count - start > Self.longestRow { throw .tooLong(row: summary.rows + 1) }
      return nil
    case .unusual: return try readUnusualRow(bytes, from: start, &sink)
    }
  }

  @inline(never)
  private mutating func readUnusualRow(
    _ bytes: Span<UInt8>, from start: Int, _ sink: inout some InstrumentSink
  ) throws(MasterProblem) -> Int? {
    let limit = min(bytes.count, start + Self.longestRow + 1)
    guard let end = MasterUnusualRow.end(bytes.extracting(0..<limit), from: start) else {
      if limit < bytes.count { throw .tooLong(row: summary.rows + 1) }
      return nil
    }
    let row: MasterUnusualRow
    do throws(RecordProblem) {
      row = try MasterUnusualRow((start..<end).map { bytes[$0] })
    } catch {
      throw .malformed(row: summary.rows + 1, error)
    }
    hand(row.fields, in: row.texts.span, to: &sink)
    return end
  }

  @inline(__always)
  private mutating func hand(
    _ fields: MasterFields, in bytes: Span<UInt8>, to sink: inout some InstrumentSink
  ) {
    summary.rows += 1
    do throws(MasterFlaw) {
      sink.take(try fields.row(bytes), in: bytes)
    } catch {
      summary.flaws[error, default: 0] += 1
    }
  }
}
