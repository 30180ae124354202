/// Reads one row of a table by RFC 4180.
struct CSVRow {
  /// What stands between two cells.
  let separator: UInt8
  private let separators: UInt64

  init(separator: UInt8) {
    self.separator = separator
    separators = CSVScan.repeated(separator)
  }

  /// Reads the row that begins at `start`: the place of its line end, and its cells in `cells`.
  ///
  /// Of a row with more cells than `cells` has room for, the rest is counted but not kept.
  func read(
    _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
    into cells: UnsafeMutableBufferPointer<ValueSpan>, count: inout Int
  ) throws(RecordProblem) -> UnsafePointer<UInt8> {
    count = 0
    var place = unsafe start
    while true {
      var span = ValueSpan()
      unsafe place = try unsafe cell(at: place, from: start, to: end, span: &span)
      if count < cells.count { unsafe cells[count] = span }
      count += 1
      if unsafe place >= end || place.pointee == UInt8(ascii: "\n") { return unsafe place }
      if unsafe place.pointee == UInt8(ascii: "\r") { return unsafe place }
      unsafe place += 1
    }
  }

  /// Reads one cell and returns the place of what ends it.
  private func cell(
    at place: UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>,
    to end: UnsafePointer<UInt8>, span: inout ValueSpan
  ) throws(RecordProblem) -> UnsafePointer<UInt8> {
    if unsafe place.pointee == UInt8(ascii: "\"") {
      return try unsafe quotedCell(at: place, from: start, to: end, span: &span)
    }
    var last = unsafe place
    while true {
      unsafe last += CSVScan.plainCell(at: last, separators: separators)
      if unsafe last >= end || endsCell(last) { break }
      unsafe last += try unsafe unusual(at: last, from: start)
    }
    unsafe last = unsafe min(last, end)
    span.start = unsafe Int32(truncatingIfNeeded: place - start)
    span.end = unsafe Int32(truncatingIfNeeded: last - start)
    span.kind = unsafe last == place ? .null : .cell
    return unsafe last
  }

  /// Whether a cell may end here.
  private func endsCell(_ place: UnsafePointer<UInt8>) -> Bool {
    switch unsafe place.pointee {
    case separator, UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): unsafe place[1] == UInt8(ascii: "\n") || place[1] == 0
    default: false
    }
  }

  /// The length of a character beyond ASCII in a cell; anything else here is a fault.
  private func unusual(
    at place: UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>
  ) throws(RecordProblem) -> Int {
    let offset = unsafe place - start
    switch unsafe place.pointee {
    case 0x80...:
      let length = unsafe UTF8Check.sequence(at: place)
      if length == 0 { throw RecordProblem(.badUTF8, offset: offset) }
      return length
    case UInt8(ascii: "\""): throw RecordProblem(.strayQuote, offset: offset)
    case UInt8(ascii: "\t"): return 1
    default: throw RecordProblem(.controlCharacter, offset: offset)
    }
  }

  /// Reads a cell in quotes; the span is what stands between them.
  private func quotedCell(
    at quote: UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>,
    to end: UnsafePointer<UInt8>, span: inout ValueSpan
  ) throws(RecordProblem) -> UnsafePointer<UInt8> {
    var place = unsafe quote + 1
    while true {
      unsafe place += CSVScan.plainCell(at: place, separators: separators)
      guard unsafe place < end else {
        throw unsafe RecordProblem(.unclosedString, offset: quote - start)
      }
      switch unsafe place.pointee {
      case UInt8(ascii: "\""):
        if unsafe place[1] == UInt8(ascii: "\"") {
          span.hasEscapes = true
          unsafe place += 2
          continue
        }
        span.start = unsafe Int32(truncatingIfNeeded: quote + 1 - start)
        span.end = unsafe Int32(truncatingIfNeeded: place - start)
        span.kind = span.start == span.end ? .null : .cell
        unsafe place += 1
        if unsafe place < end && !endsCell(place) {
          throw unsafe RecordProblem(.textAfterQuote, offset: place - start)
        }
        return unsafe place
      case separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        unsafe place += 1
      default:
        unsafe place += try unsafe unusual(at: place, from: start)
      }
    }
  }
}
