/// Where something stands: in a file, or in a variable that stands for a file of one line.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named, or the variable.
  public let file: String
  /// The line, counted from 1; nil where there are no lines.
  public let line: Int?
  /// The column in bytes, counted from 1.
  public let column: Int?

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The whole of a file, or a variable.
  public init(file: String) {
    self.file = file
    line = nil
    column = nil
  }

  /// The place as in `angelx.conf:3:8`.
  public var description: String {
    guard let line, let column else { return file }
    return "\(file):\(line):\(column)"
  }
}
