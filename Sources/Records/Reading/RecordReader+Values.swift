extension RecordReader {
  /// How many fields the record has; columns without a value included.
  public var memberCount: Int {
    isTable ? columnKeys.count : layout.memberCount
  }

  /// Which field of the record is the one asked for; -1 when it has none.
  @inline(__always)
  func member(of slot: Int) -> Int {
    layout.members.current[slot]
  }

  /// The value of one of the record's fields.
  @inline(__always)
  func rawValue(member: Int) -> RawValue {
    unsafe RawValue(values[member], at: start)
  }

  /// The value of a field that was asked for, as it stands in the record.
  @inline(__always)
  func rawValue(_ slot: Int) -> RawValue {
    let member = member(of: slot)
    if member < 0 { return .missing }
    let value = rawValue(member: member)
    return layout.members.whole[slot] >= 0 ? value : inner(value, slot)
  }

  /// Where the value of a field of the record's own stands; nil where it has none, and for a path.
  @inline(__always)
  func span(_ slot: Int) -> ValueSpan? {
    let member = layout.members.whole[slot]
    return unsafe member < 0 ? nil : values[member]
  }

  /// Whether the record has a field that was asked for, be it null.
  public func has(_ slot: Int) -> Bool {
    member(of: slot) >= 0 && rawValue(slot).kind != .missing
  }

  /// Whether the record has a value in a field that was asked for.
  public func hasValue(_ slot: Int) -> Bool {
    if let span = span(slot) { return span.kind != .null }
    return member(of: slot) >= 0 && hasInnerValue(slot)
  }

  /// Whether a path leads to a value.
  @inline(never)
  private func hasInnerValue(_ slot: Int) -> Bool {
    let kind = rawValue(slot).kind
    return kind != .missing && kind != .null
  }

  /// The value below another one that a path leads to.
  private func inner(_ outer: RawValue, _ slot: Int) -> RawValue {
    var value = outer
    for name in slots.slots[slot].below {
      guard value.kind == .object, let inner = unsafe JSONWalk.member(name, of: value.bytes) else {
        return .missing
      }
      value = inner
    }
    return value
  }

  /// Reads a field that was asked for at the start as it is declared.
  ///
  /// A field that the kind of the record requires must be there; any other that is missing is null.
  public mutating func reading(_ slot: Int) throws(RecordProblem) -> FieldReading {
    let value = rawValue(slot)
    if value.kind == .missing || value.kind == .null {
      if let fault = demand(slot) { throw problem(fault, slot, nil) }
      return .null
    }
    if let reading = typed(value, slot) { return reading }
    throw problem(fault(of: value, slot), slot, value)
  }

  /// The problem of a field, with its value and place.
  func problem(_ fault: RecordFault, _ slot: Int, _ value: RawValue?) -> RecordProblem {
    let place = unsafe value.flatMap { unsafe $0.bytes.baseAddress }
    let offset = unsafe place.map { unsafe $0 - rawStart }
    return RecordProblem(
      fault, offset: offset, field: slots.slots[slot].path, found: value?.quotable ?? [])
  }

  /// The text of a value with its escapes resolved; it stays until the next record is read.
  mutating func text(_ value: RawValue) -> UnsafeBufferPointer<UInt8> {
    guard value.hasEscapes, let source = unsafe value.bytes.baseAddress else {
      return unsafe value.bytes
    }
    if let known = unsafe arena.text(of: source) { return unsafe known }
    decode(value)
    return unsafe arena.keep(decoded, of: source)
  }

  /// Gives the text of a value with its escapes resolved to `body`, for as long as that runs.
  ///
  /// Whoever only writes a text on uses this: nothing is kept, however often it is asked for.
  mutating func withText<Result>(
    _ value: RawValue, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard value.hasEscapes else { return unsafe body(value.bytes) }
    decode(value)
    return unsafe decoded.withUnsafeBufferPointer { unsafe body($0) }
  }

  /// Writes the text of a value into ``decoded``.
  mutating func decode(_ value: RawValue) {
    decoded.removeAll(keepingCapacity: true)
    if value.kind == .text && value.hasEscapes {
      unsafe JSONEscape.decode(value.bytes, into: &decoded)
    } else {
      unsafe decoded.append(contentsOf: value.bytes)
      if value.hasEscapes { CSVCell.undouble(&decoded) }
    }
  }
}
