import Files
import Records

/// Reads the records of pieces, has the work look at them, and formats those that go on.
struct Worker<Work: RecordWork>: ~Copyable {
  private(set) var work: Work
  private let plan: StreamPlan
  private let columns: SharedColumns
  private var reader: RecordReader
  private var readerInput = -1
  private var hasColumns = false
  private var added: AddedFields
  let result = PieceResult()

  init(_ work: Work, plan: StreamPlan, columns: SharedColumns) {
    self.work = work
    self.plan = plan
    self.columns = columns
    added = AddedFields(work.addedNames, firstSlot: work.firstAddedSlot)
    reader = RecordReader(format: .jsonLines, slots: work.slots)
  }

  /// Handles a piece; ``result`` then has what came of it.
  mutating func handle(_ piece: Piece, turn: Int) throws(TurnGate.Closed) {
    result.begin()
    switch piece.content {
    case .records: try readRecords(of: piece, turn: turn)
    case .tooLong(let isStart): passBy(piece, isStart: isStart)
    case .unreadable: unsafe result.reject(piece.bytes, isWhole: piece.filled > 0)
    }
  }

  private mutating func passBy(_ piece: Piece, isStart: Bool) {
    unsafe result.reject(piece.bytes, isWhole: false)
    if isStart { result.remark(.problem(tooLong), line: 0) }
    result.lines = unsafe piece.bytes.count { $0 == UInt8(ascii: "\n") }
  }

  private var tooLong: RecordProblem { RecordProblem(.tooLong(limit: plan.longestRecord)) }

  private mutating func readRecords(of piece: Piece, turn: Int) throws(TurnGate.Closed) {
    guard let format = piece.input.format else { return }
    if readerInput != piece.input.index {
      reader = RecordReader(format: format, slots: work.slots, assumesIST: plan.assumesIST)
      readerInput = piece.input.index
      hasColumns = false
    }
    unsafe reader.begin(piece.bytes, isFirst: piece.isFirst)
    while true {
      switch reader.next() {
      case .record: try take(turn: turn)
      case .problem: reject(reader.problem)
      case .end:
        result.lines = reader.lineCount
        return
      }
    }
  }

  private mutating func take(turn: Int) throws(TurnGate.Closed) {
    guard unsafe reader.rawBytes.count <= plan.longestRecord else { return reject(tooLong) }
    added.begin()
    let goesOn: Bool
    do throws(RecordProblem) {
      goesOn = try work.takes(&reader, adding: &added)
    } catch {
      return reject(error)
    }
    if let text = work.explanation(&reader) {
      result.remark(.explanation(text), line: reader.line)
    }
    if goesOn, let problem = try write(turn: turn) { return reject(problem) }
    result.handled += 1
  }

  private mutating func reject(_ problem: RecordProblem) {
    unsafe result.reject(reader.rawBytes)
    result.remark(.problem(problem), line: reader.line)
  }

  /// Formats the record as a row; the problem of one that does not fit the form.
  private mutating func write(turn: Int) throws(TurnGate.Closed) -> RecordProblem? {
    switch plan.form {
    case .nothing: break
    case .lines:
      try writeObject(turn: turn)
      result.rows.append(UInt8(ascii: "\n"))
    case .array:
      result.rows.append(",\n")
      try writeObject(turn: turn)
    case .cells(let separator):
      try resolveColumns(turn: turn)
      if let problem = missingColumn() { return problem }
      reader.writeCells(separator: separator, to: &result.rows, adding: added)
    case .table:
      try resolveColumns(turn: turn)
      result.tableRows.append(
        (0..<reader.columnCount).map { reader.columnText($0, adding: added) })
    }
    result.endRow()
    return nil
  }

  private mutating func writeObject(turn: Int) throws(TurnGate.Closed) {
    if plan.selection != nil {
      try resolveColumns(turn: turn)
      reader.writeSelection(to: &result.rows, adding: added)
    } else if added.count > 0 {
      reader.writeJSON(to: &result.rows, adding: added)
    } else {
      reader.writeJSON(to: &result.rows)
    }
  }

  private mutating func resolveColumns(turn: Int) throws(TurnGate.Closed) {
    if hasColumns { return }
    let paths = try columns.resolved(turn: turn) {
      reader.columnNames(adding: added).map { [$0] }
    }
    reader.ask(forColumns: paths)
    hasColumns = true
  }

  /// A field that the header has no place for, unless the fields were chosen.
  private func missingColumn() -> RecordProblem? {
    plan.selection == nil ? reader.fieldWithoutColumn() : nil
  }
}
