/// What is wrong with a table, and where.
public struct TableProblem: Error, Sendable, Equatable {
  /// The file, as its reader named it.
  public let file: String
  /// The line, counted from one.
  public let line: Int
  /// The column, where one is to blame.
  public let column: String?
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String?

  init(file: String, line: Int, column: String? = nil, _ message: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}
