/// Where something stands in an input.
public struct RecordPlace: Sendable, Equatable {
  /// The line, counted from 0 for the first one of the piece.
  public let line: Int
  /// The column in bytes, counted from 1; nil where the record as a whole is meant.
  public let column: Int?

  /// Creates a place.
  public init(line: Int, column: Int? = nil) {
    self.line = line
    self.column = column
  }
}

extension RecordReader {
  /// Where a problem of the present record is.
  ///
  /// A record of an array or a table may stand on several lines, and several may stand on one; the
  /// place is that of the fault, not that of the record.
  public func place(of problem: RecordProblem) -> RecordPlace {
    guard let offset = problem.offset else { return RecordPlace(line: line, column: nil) }
    let fault = unsafe rawStart + offset
    let (count, lineStart) = unsafe LineScan.lineEnds(from: rawStart, to: fault)
    let column = unsafe lineStart.map { unsafe fault - $0 } ?? recordColumn + offset
    return RecordPlace(line: line + count, column: column + 1)
  }

  /// How many bytes stand before the record on its line.
  private var recordColumn: Int {
    // A line of its own begins where the record does.
    let start = unsafe format == .jsonLines ? rawStart : lineStart
    let before = unsafe start == pieceStart ? lineOffset : 0
    return unsafe rawStart - start + before
  }
}
