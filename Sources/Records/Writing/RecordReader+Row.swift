extension RecordReader {
  /// Appends a row of a table as a JSON object; empty cells have no field.
  mutating func writeRow(
    _ header: CSVHeader, to buffer: inout ByteBuffer, adding added: borrowing AddedFields
  ) {
    buffer.append(UInt8(ascii: "{"))
    parser.begin(fieldCount: header.names.count)
    var needsComma = false
    for column in header.names.indices {
      let replacement = added.slots.firstIndex { member(of: $0) == column }
      if unsafe replacement == nil && values[column].kind == .null { continue }
      if needsComma { buffer.append(UInt8(ascii: ",")) }
      needsComma = true
      writeName(header.names[column], to: &buffer)
      if let replacement {
        added.writeValue(replacement, to: &buffer)
      } else {
        writeValue(member: column, to: &buffer)
      }
    }
    for index in 0..<added.count where member(of: added.slots[index]) < 0 {
      if needsComma { buffer.append(UInt8(ascii: ",")) }
      needsComma = true
      added.write(index, to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends the name of a field and its colon.
  func writeName(_ name: String, to buffer: inout ByteBuffer) {
    let bytes = Array(name.utf8)
    unsafe bytes.withUnsafeBufferPointer { unsafe JSONText.write($0, to: &buffer) }
    buffer.append(UInt8(ascii: ":"))
  }

  /// Appends one of the record's values as JSON.
  mutating func writeValue(member: Int, to buffer: inout ByteBuffer) {
    if case .table(let header) = format {
      writeCell(rawValue(member: member), Field.named(header.names[member])?.type, to: &buffer)
    } else {
      let value = unsafe span(values[member])
      unsafe buffer.append(value)
    }
  }

  /// Appends a cell as JSON: a number, a truth value or a nested value where its column has such,
  /// otherwise a string.
  mutating func writeCell(
    _ cell: RawValue, _ type: FieldType?, to buffer: inout ByteBuffer
  ) {
    if cell.kind == .null { return buffer.append("null") }
    if isBareword(cell, type) { return unsafe buffer.append(cell.bytes) }
    switch type {
    case .list, .object:
      if writeNested(cell, to: &buffer) { return }
    default: break
    }
    unsafe withText(cell) { unsafe JSONText.write($0, to: &buffer) }
  }

  /// Whether a cell stands in JSON as it is: a number or a truth value.
  private func isBareword(_ cell: RawValue, _ type: FieldType?) -> Bool {
    let isTruth =
      unsafe cell.bytes.elementsEqual("true".utf8) || cell.bytes.elementsEqual("false".utf8)
    switch type {
    case .text, .symbol, .choice, .day, .list, .object: return false
    case .boolean: return isTruth
    case nil where isTruth: return true
    default: return unsafe NumberScan.number(cell.bytes) != nil
    }
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
