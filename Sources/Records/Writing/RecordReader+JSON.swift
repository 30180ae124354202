extension RecordReader {
  /// Appends the record as one JSON object, with the added fields behind its own.
  ///
  /// What the command does not touch stays byte for byte what it was. A field that is there already
  /// and is added again gets the new value in its old place.
  public mutating func writeJSON(to buffer: inout ByteBuffer, adding added: borrowing AddedFields) {
    if added.isEmpty { return writeJSON(to: &buffer) }
    if isTable { return writeRow(to: &buffer, adding: added) }
    if isReplaced(by: added) {
      writeReplacing(added, to: &buffer)
    } else if parser.allowsLineEnds {
      unsafe writeText(from: start, to: recordEnd - 1, into: &buffer)
      added.write(to: &buffer, isFirst: memberCount == 0)
    } else {
      let text = unsafe UnsafeBufferPointer(start: start, count: recordEnd - 1 - start)
      return unsafe added.write(behind: text, isFirst: memberCount == 0, to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends the record as it is, as one JSON object on one line.
  public mutating func writeJSON(to buffer: inout ByteBuffer) {
    if isTable {
      writeRow(to: &buffer)
    } else {
      unsafe writeText(from: start, to: recordEnd, into: &buffer)
    }
  }

  /// Whether any of the record's fields is replaced by an added one.
  @inline(__always)
  private func isReplaced(by added: borrowing AddedFields) -> Bool {
    let slots = added.firstSlot..<added.firstSlot + added.count
    var left = layout.members.memberCount(of: slots)
    var index = 0
    while left > 0 {
      if member(of: added.firstSlot + index) >= 0 {
        if !added.isKept(index) { return true }
        left &-= 1
      }
      index &+= 1
    }
    return false
  }

  /// The record's field that an added one replaces; -1 where there is none, or where it stays.
  @inline(__always)
  func replacement(_ index: Int, in added: borrowing AddedFields) -> Int {
    let member = member(of: added.firstSlot + index)
    return member >= 0 && added.isKept(index) ? -1 : member
  }

  private func writeReplacing(_ added: borrowing AddedFields, to buffer: inout ByteBuffer) {
    var place = unsafe start
    for member in 0..<memberCount {
      guard let index = (0..<added.count).first(where: { replacement($0, in: added) == member })
      else { continue }
      let value = unsafe values[member]
      unsafe writeText(from: place, to: start + Int(value.start), into: &buffer)
      added.writeValue(index, to: &buffer)
      unsafe place = unsafe start + Int(value.end)
    }
    unsafe writeText(from: place, to: recordEnd - 1, into: &buffer)
    for index in 0..<added.count where member(of: added.firstSlot + index) < 0 {
      added.write(index, isFirst: false, to: &buffer)
    }
  }

  /// Appends text of the record; line ends between tokens go, with the indentation behind them.
  @inline(__always)
  private func writeText(
    from place: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>, into buffer: inout ByteBuffer
  ) {
    if parser.allowsLineEnds {
      return unsafe writeOnOneLine(from: place, to: last, into: &buffer)
    }
    unsafe buffer.append(UnsafeBufferPointer(start: place, count: last - place))
  }

  private func writeOnOneLine(
    from place: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>, into buffer: inout ByteBuffer
  ) {
    var isIndentation = false
    var next = unsafe place
    while unsafe next < last {
      let byte = unsafe next.pointee
      unsafe next += 1
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isIndentation = true
      case UInt8(ascii: " ") where isIndentation, UInt8(ascii: "\t") where isIndentation: break
      default:
        isIndentation = false
        buffer.append(byte)
      }
    }
  }
}
