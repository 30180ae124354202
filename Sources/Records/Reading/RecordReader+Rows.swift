extension RecordReader {
  /// The next record of a table.
  mutating func nextRow() -> Step {
    skipBlankRows()
    guard unsafe cursor < end else {
      unsafe countLines(to: end)
      line = linesCounted
      return .end
    }
    unsafe countLines(to: cursor)
    line = linesCounted
    unsafe start = unsafe cursor
    unsafe rawStart = unsafe cursor
    var count = 0
    do throws(RecordProblem) {
      let cells = unsafe UnsafeMutableBufferPointer(start: values, count: RecordLimits.members)
      unsafe cursor = try unsafe row.read(start, to: end, into: cells, count: &count)
      unsafe endRecord(at: cursor)
    } catch {
      unsafe cursor = unsafe rowEnd()
      unsafe endRecord(at: cursor)
      problem = error
      return .problem
    }
    if count != columnKeys.count {
      problem = RecordProblem(.cellCount(found: count, header: columnKeys.count))
      return .problem
    }
    if headerCells[count - 1].isEmpty, unsafe values[count - 1].end > values[count - 1].start {
      // Only a comma at the end of every line may make a column without a name.
      problem = RecordProblem(.cellCount(found: count, header: count - 1))
      return .problem
    }
    if isHeader {
      problem = RecordProblem(.repeatedHeader)
      return .problem
    }
    return .record
  }

  private mutating func skipBlankRows() {
    while unsafe cursor < end {
      switch unsafe cursor.pointee {
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"): unsafe cursor += 1
      default: return
      }
    }
  }

  /// Whether the row says once more what the columns are called.
  @inline(__always)
  private var isHeader: Bool {
    let first = unsafe values[0]
    // Nearly every row says something else in its first cell, and mostly of another length.
    return Int(first.end - first.start) == headerCells[0].count && hasHeaderCells
  }

  @inline(never)
  private var hasHeaderCells: Bool {
    headerCells.enumerated().allSatisfy { index, name in
      let cell = unsafe span(values[index])
      return unsafe cell.elementsEqual(name)
    }
  }

  /// The line end of the row that begins at `start`, sound or not.
  private func rowEnd() -> UnsafePointer<UInt8> {
    var scanner = TableScanner(separator: row.separator, line: 0)
    var place = unsafe start
    while unsafe place < end {
      let byte = unsafe UnsafeBufferPointer(start: place, count: 1)
      if unsafe scanner.lastRowEnd(in: byte) != nil { return unsafe place }
      unsafe place += 1
    }
    return unsafe end
  }

  /// The bytes of a value.
  func span(_ value: ValueSpan) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: start + Int(value.start), count: Int(value.end - value.start))
  }
}
