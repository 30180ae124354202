import Files
import Records

/// Takes the results of pieces in their order: writes the rows, keeps the rejects, tells the listener.
///
/// Only the worker whose turn it is touches it.
struct OrderedSink: ~Copyable {
  private var output: Output
  private var rejects: RejectsFile
  private let plan: StreamPlan
  private let columns: SharedColumns
  private let listener: any StreamListener
  private var line = 0
  private var inputIndex = -1
  private var wroteHeader = false
  /// The header of the first input that is a table.
  private var firstHeader: CSVHeader?
  /// The input whose records were rejected last.
  private var rejectedInput = 0
  /// What the whole stream came to.
  private(set) var totals = StreamTotals()

  init(
    output: consuming Output, rejects: consuming Output?, plan: StreamPlan,
    columns: SharedColumns, listener: any StreamListener
  ) {
    self.output = output
    self.rejects = RejectsFile(rejects)
    self.plan = plan
    self.columns = columns
    self.listener = listener
  }

  /// Takes the result of a piece; false when the work is to end with it.
  mutating func take(_ result: borrowing PieceResult, of piece: Piece) throws(FileError) -> Bool {
    if piece.isFirst { begin(piece.input) }
    var end = End(
      rows: result.rowCount, remarks: result.remarks.count, handled: result.handled,
      passed: result.passed, isLast: false)
    limitByHead(&end, result)
    limitByProblems(&end, result)
    try write(result, rows: end.rows)
    try keepRejects(of: result, to: end, piece)
    for remark in result.remarks[..<end.remarks] { say(remark, of: piece.input) }
    totals.handled += end.handled
    totals.passed += end.passed
    line += result.lines
    if let failure = piece.failure, !end.isLast {
      // The reader of our output has gone while the input had nothing to give: that is the end.
      if case .file(.closedPipe(let path)) = failure { throw .closedPipe(path: path) }
      totals.failures += 1
      if totals.firstFailure == nil { totals.firstFailure = failure }
      listener.failed(failure, of: piece.input)
      if plan.isStrict { end.isLast = true }
    }
    listener.advanced(
      piece.input, consumed: piece.consumed, size: piece.size, handled: totals.handled)
    return !end.isLast
  }

  /// Where a result is cut off.
  private struct End {
    var rows: Int
    var remarks: Int
    var handled: Int
    var passed: Int
    var isLast: Bool
  }

  private mutating func begin(_ input: InputFacts) {
    line = input.firstLine
    if case .table(let header)? = input.format, firstHeader == nil { firstHeader = header }
    if input.format != nil { listener.began(input) }
  }

  private func limitByHead(_ end: inout End, _ result: borrowing PieceResult) {
    guard let head = plan.head, totals.passed + end.passed >= head else { return }
    let last = result.rowEnds.firstIndex { totals.passed + $0.passed >= head } ?? 0
    end.rows = last + 1
    end.handled = result.rowEnds[last].handled
    end.passed = head - totals.passed
    end.remarks = result.remarks.firstIndex { $0.rowsBefore >= end.rows } ?? end.remarks
    end.isLast = true
  }

  private mutating func limitByProblems(_ end: inout End, _ result: borrowing PieceResult) {
    let borne = plan.isStrict ? 0 : plan.mostProblems
    for (index, remark) in result.remarks[..<end.remarks].enumerated() {
      guard case .problem = remark.text else { continue }
      totals.rejected += 1
      if let borne, totals.rejected > borne {
        end = End(
          rows: min(end.rows, remark.rowsBefore), remarks: index + 1,
          handled: remark.handledBefore, passed: remark.passedBefore, isLast: true)
        totals.gaveUp = true
        return
      }
    }
  }

  private mutating func write(_ result: borrowing PieceResult, rows: Int) throws(FileError) {
    defer { totals.written += rows }
    guard rows > 0 else { return }
    listener.writes()
    switch plan.form {
    case .closingOnly: return
    case .table:
      let text = listener.layOut(Array(result.tableRows[..<rows]), columns: columns.titles)
      try output.write(text)
    case .cells(let separator):
      try writeHeader(separator: separator)
      try writeBytes(of: result, rows: rows, from: 0)
    case .lines:
      try writeBytes(of: result, rows: rows, from: 0)
    case .array:
      // Every row begins with the comma that divides it from the one before.
      if totals.written == 0 { try output.write("[") }
      try writeBytes(of: result, rows: rows, from: totals.written == 0 ? 1 : 0)
    }
    try output.flush()
  }

  private mutating func writeBytes(
    of result: borrowing PieceResult, rows: Int, from first: Int
  ) throws(FileError) {
    unsafe try result.rows.withBytes { bytes throws(FileError) in
      unsafe try output.write(
        UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: bytes[first..<result.rowEnds[rows - 1].byte])))
    }
  }

  /// Writes the header once: of the columns that are known, or else of the table that was read.
  private mutating func writeHeader(separator: UInt8) throws(FileError) {
    let titles = columns.known == nil ? firstHeader?.names ?? [] : columns.titles
    guard !wroteHeader, !titles.isEmpty else { return }
    wroteHeader = true
    var header = ByteBuffer(capacity: 512)
    CellText.writeHeader(titles, separator: separator, to: &header)
    unsafe try header.withBytes { bytes throws(FileError) in
      unsafe try output.write(UnsafeRawBufferPointer(bytes))
    }
  }

  private mutating func keepRejects(
    of result: borrowing PieceResult, to end: End, _ piece: Piece
  ) throws(FileError) {
    let isCut = end.remarks < result.remarks.count
    let count =
      isCut ? result.remarks[..<end.remarks].last?.rejectedBytes ?? 0 : result.rejects.count
    guard count > 0 else { return }
    defer { rejectedInput = piece.input.index }
    unsafe try result.rejects.withBytes { bytes throws(FileError) in
      unsafe try rejects.keep(
        UnsafeBufferPointer(rebasing: bytes[..<count]), of: piece.input,
        beginsInput: piece.input.index != rejectedInput)
    }
  }

  private func say(_ remark: PieceResult.Remark, of input: InputFacts) {
    let line = line + remark.place.line
    switch remark.text {
    case .problem(let problem):
      listener.rejected(problem, line: line, column: remark.place.column, of: input)
    case .explanation(let text): listener.explained(text, line: line, of: input)
    case .warning(let warning): listener.warned(warning, line: line, of: input)
    case .leftOut(let field): listener.leftOut(field: field, line: line, of: input)
    }
  }

  /// Gives up what was written, after a failure of the output itself.
  mutating func abandon() {
    output.abandon()
    rejects.abandon()
  }

  /// Ends the output: what the form needs at its end, and the durable file.
  ///
  /// When the stream could not be read to its end, a file that was to be replaced keeps its content.
  ///
  /// - Parameter closing: what is written where the records themselves are not.
  mutating func finish(_ closing: (StreamTotals) -> String?) throws(FileError) {
    try rejects.finish()
    switch plan.form {
    case .array: try output.write(totals.written == 0 ? "[]\n" : "\n]\n")
    case .cells(let separator): try writeHeader(separator: separator)
    case .closingOnly:
      guard let text = closing(totals) else { return output.abandon() }
      try output.write(text)
    case .lines, .table: break
    }
    if totals.isWhole { return try output.finish() }
    try output.flush()
    output.abandon()
  }
}

/// What a stream came to.
package struct StreamTotals: Sendable {
  /// How many records were sound.
  package var handled = 0
  /// How many records were rejected.
  package var rejected = 0
  /// How many records passed.
  package var passed = 0
  /// How many records were written.
  package var written = 0
  /// How many inputs could not be read to their end.
  package var failures = 0
  /// The first of these failures.
  package var firstFailure: StreamFailure?
  /// Whether the work ended because of broken records.
  package var gaveUp = false

  /// Whether everything that could be read has been.
  package var isWhole: Bool { failures == 0 && !gaveUp }
}
