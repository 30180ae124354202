import Records

/// What came of one piece: the rows for the output, the rejected bytes, and what there is to say.
///
/// It is filled by a worker and used up when its turn has come, so that all that leaves the program
/// leaves it in the order of the input.
final class PieceResult {
  /// Something to be said of a record.
  struct Remark {
    /// What there is to say.
    enum Text {
      case problem(RecordProblem)
      case explanation(String)
    }

    let text: Text
    /// The line of the piece, from 0.
    let line: Int
    /// How many rows of the piece come before it.
    let rowsBefore: Int
    /// How many sound records of the piece come before it.
    let handledBefore: Int
    /// How many rejected bytes of the piece there are up to it.
    let rejectedBytes: Int
  }

  /// The rows, formatted.
  var rows = ByteBuffer(capacity: Piece.usualSize)
  /// Where each row ends in `rows`, and how many records were sound up to it.
  private(set) var rowEnds: [(byte: Int, handled: Int)] = []
  /// The rows as texts, where they are laid out for a person.
  var tableRows: [[String]] = []
  /// The bytes of the rejected records, as they came.
  var rejects = ByteBuffer()
  var remarks: [Remark] = []
  /// How many records were sound.
  var handled = 0
  /// How many lines the piece has.
  var lines = 0

  /// Forgets everything and keeps the memory.
  func begin() {
    rows.removeAll()
    rowEnds.removeAll(keepingCapacity: true)
    tableRows.removeAll(keepingCapacity: true)
    rejects.removeAll()
    remarks.removeAll(keepingCapacity: true)
    handled = 0
    lines = 0
  }

  /// How many rows there are.
  var rowCount: Int { rowEnds.count }

  func endRow() {
    rowEnds.append((rows.count, handled + 1))
  }

  func remark(_ text: Remark.Text, line: Int) {
    remarks.append(
      Remark(
        text: text, line: line, rowsBefore: rowCount, handledBefore: handled,
        rejectedBytes: rejects.count))
  }

  func reject(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool = true) {
    unsafe rejects.append(bytes)
    if isWhole { rejects.append(UInt8(ascii: "\n")) }
  }
}
