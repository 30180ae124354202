import Records

/// What came of one piece: the rows for the output, the rejected bytes, and what there is to say.
///
/// It is filled by a worker and used up when its turn has come, so that all that leaves the program
/// leaves it in the order of the input.
struct PieceResult: ~Copyable {
  /// Something to be said of a record.
  struct Remark {
    /// What there is to say.
    enum Text {
      case problem(RecordProblem)
      case explanation(String)
      case warning(RecordWarning)
      /// A field that the columns have no place for.
      case leftOut(field: String)
    }

    let text: Text
    /// Where it is: the line of the piece, and the column where there is one.
    let place: RecordPlace
    /// How many rows of the piece come before it.
    let rowsBefore: Int
    /// How many sound records of the piece come before it.
    let handledBefore: Int
    /// How many records of the piece passed before it.
    let passedBefore: Int
    /// How many rejected bytes of the piece there are up to it.
    let rejectedBytes: Int
  }

  /// The rows, formatted.
  var rows = ByteBuffer(capacity: Piece.usualSize)
  /// Where each row ends in `rows`, and how many records were sound and had passed up to it.
  private(set) var rowEnds: [(byte: Int, handled: Int, passed: Int)] = []
  /// The rows as texts, where they are laid out for a person.
  var tableRows: [[String]] = []
  /// The bytes of the rejected records, as they came.
  var rejects = ByteBuffer()
  var remarks: [Remark] = []
  /// How many records were sound.
  var handled = 0
  /// How many records passed.
  var passed = 0
  /// How many lines the piece has.
  var lines = 0
  /// The fields that the columns have no place for, each as it is met first.
  private var fieldsLeftOut: [String] = []

  /// Forgets everything and keeps the memory.
  mutating func begin() {
    rows.removeAll()
    rowEnds.removeAll(keepingCapacity: true)
    tableRows.removeAll(keepingCapacity: true)
    rejects.removeAll()
    remarks.removeAll(keepingCapacity: true)
    fieldsLeftOut.removeAll()
    handled = 0
    passed = 0
    lines = 0
  }

  /// How many rows there are.
  var rowCount: Int { rowEnds.count }

  mutating func endRow() {
    rowEnds.append((rows.count, handled + 1, passed))
  }

  mutating func remark(_ text: Remark.Text, at place: RecordPlace) {
    remarks.append(
      Remark(
        text: text, place: place, rowsBefore: rowCount, handledBefore: handled,
        passedBefore: passed,
        rejectedBytes: rejects.count))
  }

  /// Notes a field that the columns have no place for, once in a piece.
  mutating func leaveOut(_ field: String, line: Int) {
    guard !fieldsLeftOut.contains(field) else { return }
    fieldsLeftOut.append(field)
    remark(.leftOut(field: field), at: RecordPlace(line: line))
  }

  mutating func reject(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe rejects.append(bytes)
  }
}
