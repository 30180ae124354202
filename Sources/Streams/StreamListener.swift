package import Records

/// What a stream tells whoever started it, in the order of the input and never two at a time.
package protocol StreamListener: AnyObject {
  /// A record was rejected, for what stands in this line and column, both counted from 1.
  func rejected(_ problem: RecordProblem, line: Int, column: Int?, of input: InputFacts)
  /// The work explains what it did with a record.
  func explained(_ text: String, line: Int, of input: InputFacts)
  /// There is something to know of a sound record.
  func warned(_ warning: RecordWarning, line: Int, of input: InputFacts)
  /// The columns have no place for a field, which is left out of the rows from here on.
  func leftOut(field: String, line: Int, of input: InputFacts)
  /// Rows are about to be written.
  func writes()
  /// An input could not be read to its end.
  func failed(_ failure: StreamFailure, of input: InputFacts)
  /// An input was opened and its format is known.
  func began(_ input: InputFacts)
  /// So many bytes of an input have been read, of the size it has.
  func advanced(_ input: InputFacts, consumed: Int, size: Int?, handled: Int)
  /// Rows of texts are ready to be laid out: returns what is to be written.
  func layOut(_ rows: [[String]], columns: [String]) -> String
}
