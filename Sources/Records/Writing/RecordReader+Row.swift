extension RecordReader {
  /// Appends a row of a table as a JSON object; empty cells have no field.
  mutating func writeRow(to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "{"))
    parser.begin(fieldCount: columnKeys.count)
    var isFirst = true
    for column in 0..<columnKeys.count where unsafe values[column].kind != .null {
      columnKeys.write(column, isFirst: &isFirst, to: &buffer)
      writeCell(rawValue(member: column), columnKeys.forms[column], to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends a row of a table as a JSON object, with the added fields.
  mutating func writeRow(to buffer: inout ByteBuffer, adding added: borrowing AddedFields) {
    buffer.append(UInt8(ascii: "{"))
    parser.begin(fieldCount: columnKeys.count)
    var isFirst = true
    for column in 0..<columnKeys.count {
      let replacement = (0..<added.count).first { self.replacement($0, in: added) == column }
      if unsafe replacement == nil && values[column].kind == .null { continue }
      columnKeys.write(column, isFirst: &isFirst, to: &buffer)
      if let replacement {
        added.writeValue(replacement, to: &buffer)
      } else {
        writeCell(rawValue(member: column), columnKeys.forms[column], to: &buffer)
      }
    }
    for index in 0..<added.count where member(of: added.firstSlot + index) < 0 {
      added.write(index, isFirst: isFirst, to: &buffer)
      isFirst = false
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends a cell as JSON: a number, a truth value or a nested value where its column has such,
  /// otherwise a string.
  @inline(__always)
  mutating func writeCell(
    _ cell: RawValue, _ form: ColumnKeys.Form, to buffer: inout ByteBuffer
  ) {
    if cell.kind == .null { return buffer.append("null") }
    if isBareword(cell, form) { return unsafe buffer.append(cell.bytes) }
    if form == .nested && writeNested(cell, to: &buffer) { return }
    if cell.hasEscapes {
      unsafe withText(cell) { unsafe JSONText.write($0, to: &buffer) }
    } else {
      unsafe JSONText.write(cell.bytes, to: &buffer)
    }
  }

  /// Whether a cell stands in JSON as it is: a number or a truth value.
  @inline(__always)
  private func isBareword(_ cell: RawValue, _ form: ColumnKeys.Form) -> Bool {
    switch form {
    case .text, .nested: false
    case .boolean: isTruth(cell)
    case .number: isNumber(cell)
    case .any: isNumber(cell) || isTruth(cell)
    }
  }

  /// Whether all of a cell is a JSON number; what ends the cell in the record ends the scan.
  @inline(__always)
  private func isNumber(_ cell: RawValue) -> Bool {
    guard let start = unsafe cell.bytes.baseAddress,
      let end = unsafe JSONScan.number(at: start)
    else { return false }
    return unsafe end == start + cell.bytes.count
  }

  @inline(__always)
  private func isTruth(_ cell: RawValue) -> Bool {
    var kind = RawKind.null
    guard let start = unsafe cell.bytes.baseAddress,
      let end = unsafe JSONScan.literal(at: start, kind: &kind), kind != .null
    else { return false }
    return unsafe end == start + cell.bytes.count
  }

  /// Appends a cell that is a JSON array or object; false when it is none, or has more fields than
  /// the record may have.
  private mutating func writeNested(_ cell: RawValue, to buffer: inout ByteBuffer) -> Bool {
    decode(cell)
    let length = decoded.count
    // The scan relies on zeros behind the text.
    decoded.append(contentsOf: repeatElement(0, count: RecordReader.padding))
    var text: [UInt8] = []
    swap(&text, &decoded)
    defer { swap(&text, &decoded) }
    return unsafe text.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress,
        let end = unsafe parser.nested(at: first, depth: 1), unsafe end - first == length
      else { return false }
      unsafe buffer.append(UnsafeBufferPointer(start: first, count: length))
      return true
    }
  }
}
