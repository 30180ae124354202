extension RecordReader {
  /// The columns of a table whose first row is this record.
  ///
  /// A row of a table keeps the columns that it came with. Any other record has those that its kind
  /// declares, then its other fields. The added fields stand last.
  public mutating func columnNames(adding added: borrowing AddedFields) -> [String] {
    var names: [String] = []
    if case .table(let header) = format {
      names = header.names
    } else {
      if case .listed(let kind) = kind { names = RecordKind.all[kind].columns }
      let read = Set(members(of: names))
      for member in 0..<memberCount where !read.contains(member) {
        names.append(name(member: member))
      }
    }
    return names + added.names.filter { !names.contains($0) }
  }

  /// The name of one of the record's fields.
  func name(member: Int) -> String {
    if case .table(let header) = format { header.names[member] } else { layout.plainName(member) }
  }

  /// Appends the columns of the record as a row of a table, with its line end.
  public mutating func writeCells(
    separator: UInt8, to buffer: inout ByteBuffer, adding added: borrowing AddedFields
  ) {
    for slot in columns {
      if slot > columns.lowerBound { buffer.append(separator) }
      if let index = addition(slot, in: added) {
        added.writeCell(index, separator: separator, to: &buffer)
        continue
      }
      let value = rawValue(slot)
      switch value.kind {
      case .missing, .null: break
      case .text, .cell:
        unsafe withText(value) { text in
          // A number is no formula, also where it came as a text.
          let isNumber = unsafe NumberScan.number(text) != nil
          unsafe CellText.write(text, isText: !isNumber, separator: separator, to: &buffer)
        }
      default:
        unsafe CellText.write(value.bytes, isText: false, separator: separator, to: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Appends the columns of the record as one JSON object; a field that it does not have is left out.
  public mutating func writeSelection(
    to buffer: inout ByteBuffer, adding added: borrowing AddedFields
  ) {
    buffer.append(UInt8(ascii: "{"))
    parser.begin(fieldCount: columns.count)
    var isFirst = true
    for (index, slot) in columns.enumerated() {
      let addition = self.addition(slot, in: added)
      let value = rawValue(slot)
      if addition == nil && value.kind == .missing { continue }
      selectedKeys.write(index, isFirst: &isFirst, to: &buffer)
      if let addition {
        added.writeValue(addition, to: &buffer)
      } else if isTable {
        writeCell(value, selectedKeys.forms[index], to: &buffer)
      } else {
        write(value, to: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Which of the added fields a column is.
  @inline(__always)
  private func addition(_ slot: Int, in added: borrowing AddedFields) -> Int? {
    guard !added.isEmpty, let index = added.names.firstIndex(of: slots.slots[slot].path) else {
      return nil
    }
    return added.isKept(index) ? nil : index
  }

  /// Appends a value of a JSON record as it is.
  private func write(_ value: RawValue, to buffer: inout ByteBuffer) {
    if value.kind == .text, let start = unsafe value.bytes.baseAddress {
      unsafe buffer.append(UnsafeBufferPointer(start: start - 1, count: value.bytes.count + 2))
    } else {
      unsafe buffer.append(value.bytes)
    }
  }

  /// Gives the text of a column to `body`, as a person reads it; empty where there is no value.
  public mutating func columnText(_ column: Int, adding added: borrowing AddedFields) -> String {
    let slot = columns.lowerBound + column
    if let index = addition(slot, in: added) { return added.cellText(index) }
    let value = rawValue(slot)
    if value.kind == .missing || value.kind == .null { return "" }
    return unsafe withText(value) { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
