import Files
import Records

/// Reads the records of pieces, has the work look at them, and formats those that go on.
struct Worker<Work: RecordWork & ~Copyable>: ~Copyable {
  private(set) var work: Work
  private let plan: StreamPlan
  private let columns: SharedColumns
  private var reader: RecordReader
  private var readerInput = -1
  private var hasColumns = false
  private var shelf = RecordShelf()
  private var divider: GroupDivider?
  private var added: AddedFields
  /// For each of the chosen fields, whether no record had it so far.
  private(set) var neverSeen: [Bool]
  private(set) var result = PieceResult()

  init(_ work: consuming Work, plan: StreamPlan, columns: SharedColumns) {
    self.plan = plan
    self.columns = columns
    neverSeen = plan.selection.map { Array(repeating: true, count: $0.count) } ?? []
    added = AddedFields(work.addedFields, firstSlot: work.firstAddedSlot)
    reader = RecordReader(format: .jsonLines, slots: work.slots)
    self.work = work
  }

  /// Handles a piece; ``result`` then has what came of it.
  mutating func handle(_ piece: Piece, turn: Int) throws(TurnGate.Closed) {
    result.begin()
    switch piece.content {
    case .records: try readRecords(of: piece, turn: turn)
    case .tooLong(let isStart): passBy(piece, isStart: isStart)
    case .unreadable: unsafe result.reject(piece.bytes)
    }
  }

  private mutating func passBy(_ piece: Piece, isStart: Bool) {
    unsafe result.reject(piece.bytes)
    if isStart { result.remark(.problem(tooLong), at: RecordPlace(line: 0)) }
    result.lines = unsafe piece.bytes.count { $0 == UInt8(ascii: "\n") }
  }

  private var tooLong: RecordProblem { RecordProblem(.tooLong(limit: plan.longestRecord)) }

  private mutating func readRecords(of piece: Piece, turn: Int) throws(TurnGate.Closed) {
    guard let format = piece.input.format else { return }
    if readerInput != piece.input.index {
      let (slots, firstOfGroup) = work.slots.appending(plan.grouping?.paths ?? [])
      reader = RecordReader(format: format, slots: slots, assumesIST: plan.assumesIST)
      divider = plan.grouping.map { GroupDivider($0, firstSlot: firstOfGroup) }
      readerInput = piece.input.index
      hasColumns = false
    }
    unsafe reader.begin(piece.bytes, isFirst: piece.isFirst, lineOffset: piece.lineOffset)
    if work.gathers {
      try gatherRecords(inGroups: piece.isGrouped, turn: turn)
    } else {
      try takeRecords(turn: turn)
    }
    result.lines = reader.lineCount
  }

  private mutating func takeRecords(turn: Int) throws(TurnGate.Closed) {
    while true {
      switch reader.next() {
      case .record: try take(turn: turn)
      case .problem: reject(reader.problem)
      case .end: return
      }
    }
  }

  /// How many records are gathered where no rule says which belong together.
  private static var usualBatch: Int { 128 }

  private mutating func gatherRecords(
    inGroups isGrouped: Bool, turn: Int
  ) throws(TurnGate.Closed) {
    divider?.reset()
    while true {
      switch reader.next() {
      case .record:
        if isGrouped, divider?.beginsGroup(&reader) ?? false {
          try takeBatchBeforeRecord(turn: turn)
        }
        gather(inGroup: isGrouped)
      case .problem: reader.keep(reader.problem, on: &shelf)
      case .end: return try takeBatch(shelf.count, turn: turn)
      }
      if !isGrouped && shelf.count >= Self.usualBatch {
        try takeBatch(shelf.count, turn: turn)
      }
    }
  }

  /// Takes what was gathered before the present record, and returns to that.
  private mutating func takeBatchBeforeRecord(turn: Int) throws(TurnGate.Closed) {
    guard shelf.count > 0 else { return }
    reader.keep(on: &shelf)
    try takeBatch(shelf.count - 1, turn: turn)
  }

  private mutating func gather(inGroup isGrouped: Bool) {
    guard reader.length <= plan.longestRecord else { return reader.keep(tooLong, on: &shelf) }
    do throws(RecordProblem) {
      try work.gather(&reader, inGroup: isGrouped)
      reader.keep(on: &shelf)
    } catch {
      reader.keep(error, on: &shelf)
    }
  }

  /// Takes the first records of the shelf, the broken ones in their places among them, and stands at
  /// the record after them if there is one.
  private mutating func takeBatch(_ count: Int, turn: Int) throws(TurnGate.Closed) {
    guard count > 0 else { return }
    work.evaluate()
    for index in 0..<count {
      switch reader.restore(index, of: shelf) {
      case .record: try take(turn: turn)
      case .problem, .end: reject(reader.problem)
      }
    }
    if count < shelf.count { _ = reader.restore(count, of: shelf) }
    shelf.removeAll()
  }

  private mutating func take(turn: Int) throws(TurnGate.Closed) {
    guard reader.length <= plan.longestRecord else { return reject(tooLong) }
    added.begin()
    let verdict: Verdict
    do throws(RecordProblem) {
      verdict = try work.takes(&reader, adding: &added)
    } catch {
      return reject(error)
    }
    if let text = work.explanation(&reader) {
      result.remark(.explanation(text), at: RecordPlace(line: reader.line))
    }
    for warning in work.warnings() {
      result.remark(.warning(warning), at: RecordPlace(line: reader.line))
    }
    if verdict == .passed { result.passed += 1 }
    if verdict != .dropped { try write(turn: turn) }
    result.handled += 1
  }

  private mutating func reject(_ problem: RecordProblem) {
    unsafe result.reject(reader.rawLine)
    if unsafe reader.rawLine.last != UInt8(ascii: "\n") {
      result.rejects.append(UInt8(ascii: "\n"))
    }
    result.remark(.problem(problem), at: reader.place(of: problem))
  }

  /// Formats the record as a row.
  private mutating func write(turn: Int) throws(TurnGate.Closed) {
    switch plan.form {
    case .closingOnly: break
    case .lines:
      try writeObject(turn: turn)
      result.rows.append(UInt8(ascii: "\n"))
    case .array:
      result.rows.append(",\n")
      try writeObject(turn: turn)
    case .cells(let separator):
      try resolveColumns(turn: turn)
      noteWhatIsLeftOut()
      reader.writeCells(separator: separator, to: &result.rows, adding: added)
    case .table:
      try resolveColumns(turn: turn)
      noteWhatIsLeftOut()
      result.tableRows.append(
        (0..<reader.columnCount).map { reader.columnText($0, adding: added) })
    }
    result.endRow()
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
    if !hasColumns {
      let paths = try columns.resolved(turn: turn) {
        reader.columnNames(adding: added).map { [$0] }
      }
      reader.ask(forColumns: paths)
      hasColumns = true
    }
    if plan.selection != nil { noteChosenFields() }
  }

  /// Notes which of the chosen fields the record has, as long as some were never seen.
  private mutating func noteChosenFields() {
    guard neverSeen.contains(true) else { return }
    for column in neverSeen.indices where neverSeen[column] {
      neverSeen[column] = !reader.hasColumn(column, adding: added)
    }
  }

  /// Notes the fields that the columns have no place for, unless the fields were chosen.
  private mutating func noteWhatIsLeftOut() {
    guard plan.selection == nil else { return }
    for field in reader.fieldsWithoutColumn() { result.leaveOut(field, line: reader.line) }
  }
}
