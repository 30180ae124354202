package import Files

/// How a stream of records is to be read and written.
package struct StreamPlan: Sendable {
  /// The form in which records are written.
  package enum Form: Sendable, Equatable {
    /// One JSON object a line.
    case lines
    /// One JSON array.
    case array
    /// Rows of cells with this separator, behind a header.
    case cells(separator: UInt8)
    /// Rows of texts that are laid out for a person.
    case table
    /// No record: only what the command says of all of them at the end.
    case closingOnly
  }

  /// The paths of the inputs, `-` for standard input.
  package var inputs = ["-"]
  /// How many threads work.
  package var jobs = 1
  /// The form of the output.
  package var form = Form.lines
  /// The fields that are written, in their order, as paths; nil for all of them.
  package var selection: [[String]]?
  /// How many records are written before the work ends.
  package var head: Int?
  /// Whether the first broken record ends the work.
  package var isStrict = false
  /// How many broken records are borne before the work ends.
  package var mostProblems: Int?
  /// How many bytes a record may have.
  package var longestRecord = 1 << 20
  /// How far compressed inputs may expand.
  package var gzipLimits = GzipLimits.none
  /// Whether a time without an offset is taken for one of India.
  package var assumesIST = false

  /// Which records belong together, for work that gathers them; without a rule they are gathered in
  /// whatever numbers suit.
  package var grouping: GroupRule?

  package init() {}
}
