import CommandLineKit
import Files
import Streams

/// Writes records that a command makes itself, some at a time.
struct MadeRecordWriter: ~Copyable {
  private let form: StreamPlan.Form
  private let fields: [String]
  private var output: Output
  private var table: RecordTable
  private var hasWritten = false

  /// Opens the output of a command.
  init(
    _ command: String, _ common: CommonOptions, _ records: RecordOptions,
    _ surroundings: Surroundings
  ) throws {
    form = StreamCommand(command, common, records, in: surroundings).form
    fields = records.fields
    table = RecordTable(surroundings.output(common))
    output = try Output(path: common.output?.path ?? "-")
  }

  /// Whether a few of them can be written now without waiting for who reads them.
  var takesMore: Bool { output.takesMore }

  /// Writes some records, which all have the same fields; other records may have others where they
  /// are written as objects.
  mutating func write(_ records: MadeRecords) throws {
    let records = try records.selecting(fields)
    if records.rows.isEmpty { return }
    defer { hasWritten = true }
    switch form {
    case .table: try output.write(table.text(records.cells, titles: records.columns.map(\.name)))
    case .array:
      try output.write((hasWritten ? ",\n" : "[") + records.objects.joined(separator: ",\n"))
    case .cells where hasWritten: try writeLines(records.textWithoutHeader(form))
    case .lines, .cells, .closingOnly: try writeLines(records.text(form))
    }
    // What is there is of use at once.
    try output.flush()
  }

  /// Hands over lines a few at a time, so that a program which is ended while its reader is slow leaves
  /// whole ones.
  private mutating func writeLines(_ text: String) throws {
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let lineEnd = UInt8(ascii: "\n")
      let piece = rest.prefix(Output.pieceOfPipe)
      let last =
        piece.endIndex == rest.endIndex
        ? nil : piece.lastIndex(of: lineEnd) ?? rest.firstIndex(of: lineEnd)
      let end = last.map { rest.index(after: $0) } ?? rest.endIndex
      try output.write(String(Substring(rest[..<end])))
      try output.flush()
      rest = rest[end...]
    }
  }

  /// Ends the output, and lays out the rest of a table.
  ///
  /// - Returns: the titles of columns that had no room.
  mutating func finish() throws -> [String] {
    if form == .array { try output.write(hasWritten ? "\n]\n" : "[]\n") }
    try output.finish()
    return table.omittedTitles
  }
}
