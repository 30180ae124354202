/// Why a record was not taken.
///
/// A value of this type costs nothing until somebody asks for its ``message``: a file of bad lines
/// is read as quickly as a good one.
public struct RecordProblem: Error, Sendable, Equatable {
  /// What is wrong.
  public let fault: RecordFault
  /// Where in the record, in bytes from its first byte; nil when no single place is at fault.
  public let offset: Int?
  /// The name of the field concerned, if one is.
  public let field: String?
  /// The bytes that were found there, cut to a length that can be quoted.
  public let found: [UInt8]

  /// Creates a problem.
  public init(
    _ fault: RecordFault, offset: Int? = nil, field: String? = nil, found: [UInt8] = []
  ) {
    self.fault = fault
    self.offset = offset
    self.field = field
    self.found = found
  }

  /// The longest piece of foreign text that a problem carries along.
  static let longestQuote = 60
}
