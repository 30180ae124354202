extension RecordReader {
  /// How many bytes the record has; the blanks before it and its line end do not count.
  public var length: Int { unsafe rawEnd - start }

  /// The bytes of the record as they came, with the line end where one follows.
  public var rawLine: UnsafeBufferPointer<UInt8> {
    var lineEnd = unsafe rawEnd
    if unsafe lineEnd < end && lineEnd.pointee == UInt8(ascii: "\r")
      && lineEnd[1] == UInt8(ascii: "\n")
    {
      unsafe lineEnd += 2
    } else if unsafe lineEnd < end && lineEnd.pointee == UInt8(ascii: "\n") {
      unsafe lineEnd += 1
    }
    return unsafe UnsafeBufferPointer(start: rawStart, count: lineEnd - rawStart)
  }

  /// Whether the record, or what is added to it, has one of the columns that are written.
  public func hasColumn(_ column: Int, adding added: borrowing AddedFields) -> Bool {
    let slot = columns.lowerBound + column
    return has(slot) || added.names.contains(slots.slots[slot].path)
  }

  /// The record's fields that are none of the columns.
  public func fieldsWithoutColumn() -> [String] {
    var names: [String] = []
    for member in 0..<memberCount where !columns.contains(where: { self.member(of: $0) == member })
    {
      names.append(name(member: member))
    }
    return names
  }
}
