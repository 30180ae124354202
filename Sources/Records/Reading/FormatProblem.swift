/// Why an input cannot be read as records at all.
public enum FormatProblem: Error, Sendable, Equatable {
  // What the input looks like instead
  case webPage
  case spreadsheet
  case database
  case utf16
  case otherCompression(String)
  case binary
  case prettyPrinted
  case carriageReturns
  case notRecords(found: [UInt8])
  // Tables
  case semicolons
  case noHeader(String)
  case emptyColumn(position: Int)
  case duplicateColumn(String)
  case tooManyColumns(Int)
  case brokenHeader(RecordProblem)
  case misspeltColumn(String, wanted: String)
  case unclosedQuote(line: Int)
  // Arrays
  case unclosedArray
  case textAfterArray

  /// A short stable name of the problem, for machines that read the messages.
  public var code: String {
    switch self {
    case .webPage: "web-page"
    case .spreadsheet: "spreadsheet"
    case .database: "database"
    case .utf16: "utf16"
    case .otherCompression: "other-compression"
    case .binary: "binary"
    case .prettyPrinted: "pretty-printed"
    case .carriageReturns: "carriage-returns"
    case .notRecords: "not-records"
    case .semicolons: "semicolons"
    case .noHeader: "no-header"
    case .emptyColumn: "empty-column"
    case .duplicateColumn: "duplicate-column"
    case .tooManyColumns: "too-many-columns"
    case .brokenHeader: "broken-header"
    case .misspeltColumn: "misspelt-column"
    case .unclosedQuote: "unclosed-quote"
    case .unclosedArray: "unclosed-array"
    case .textAfterArray: "text-after-array"
    }
  }

  /// What is wrong, and what to do about it.
  public var message: String {
    switch self {
    case .webPage: "this is a web page, not records; the download probably failed"
    case .spreadsheet: "this is a zip archive or a spreadsheet; save it as CSV first"
    case .database: "this is an SQLite database; name it with --store"
    case .utf16: "this is UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8"
    case .otherCompression(let name): "this is compressed by \(name); unpack it first, or use gzip"
    case .binary: "this is binary data, not records"
    case .prettyPrinted: "this is JSON spread over lines; write one record a line: jq -c ."
    case .carriageReturns:
      "the lines end in carriage returns alone; convert them first: tr '\\r' '\\n'"
    case .notRecords:
      "neither JSON lines, nor a JSON array, nor a table with a header of column names"
    case .semicolons: "the cells are separated by semicolons; use commas or tabs"
    case .noHeader:
      "the first row must name the columns, and this looks like data; add a header row"
    case .emptyColumn(let position): "column \(position) of the header has no name"
    case .duplicateColumn: "the header names this column twice"
    case .tooManyColumns(let count):
      "the header has \(count) columns, more than \(RecordLimits.members)"
    case .brokenHeader(let problem): "the header cannot be read: \(problem.fault.message)"
    case .misspeltColumn(_, let wanted):
      "there is no column '\(wanted)'; is this one meant to be it?"
    case .unclosedQuote(let line):
      "the quote opened on line \(line) is never closed; the rest of the file is inside it"
    case .unclosedArray: "the array ends in the middle; the file is cut off"
    case .textAfterArray: "something follows the closing bracket of the array"
    }
  }

  /// The column that the problem is about.
  public var column: String? {
    switch self {
    case .duplicateColumn(let name), .misspeltColumn(let name, _), .noHeader(let name): name
    default: nil
    }
  }

  /// The bytes that were found instead of records.
  public var found: [UInt8] {
    if case .notRecords(let found) = self { found } else { [] }
  }
}
