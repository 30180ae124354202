/// Reads one JSON object strictly and says what is wrong with it and where.
///
/// This is the careful way, taken for the first record of every layout and for every record that
/// is broken; ``JSONLayout`` recognises the ones that follow.
struct JSONParser {
  /// The fields of the object that was read last.
  private(set) var members: [JSONMember] = []
  /// Whether line ends may stand between tokens: in an array, but not in JSON lines.
  let allowsLineEnds: Bool
  private var names = KeyCheck()
  /// How many fields of the record are known, those of nested objects included.
  private var nameCount = 0

  init(allowsLineEnds: Bool) {
    self.allowsLineEnds = allowsLineEnds
  }

  /// Reads the object that begins at `start` and returns the place after its closing brace.
  ///
  /// - Parameters:
  ///   - start: the first byte of the record, its opening brace.
  ///   - end: the place after the last byte that belongs to the record.
  mutating func object(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) throws(RecordProblem) -> UnsafePointer<UInt8> {
    members.removeAll(keepingCapacity: true)
    names.removeAll()
    nameCount = 0
    var cursor = unsafe Cursor(start: start, end: end, allowsLineEnds: allowsLineEnds)
    guard cursor.byte == UInt8(ascii: "{") else {
      throw cursor.problem(.notAnObject)
    }
    try object(&cursor, depth: 1, isRecord: true)
    return unsafe cursor.place
  }

  /// Begins a record that is not read by ``object(from:to:)``: it has so many fields of its own, and
  /// those of its nested values come to them as these are read.
  @inline(__always)
  mutating func begin(fieldCount: Int) {
    nameCount = fieldCount
  }

  /// The place after the array or object that begins here, nil when it is broken or when the record
  /// would have too many fields with it.
  mutating func nested(at place: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
    // Nested values hold no more than the record does, whose end is marked by a byte that no value
    // contains, so the cursor needs no end of its own.
    var cursor = unsafe Cursor(start: place, end: nil, allowsLineEnds: allowsLineEnds)
    var kind = RawKind.null
    let before = nameCount
    names.removeAll()
    do {
      try value(&cursor, depth: depth, kind: &kind)
      return unsafe cursor.place
    } catch {
      nameCount = before
      return nil
    }
  }

  private mutating func object(
    _ cursor: inout Cursor, depth: Int, isRecord: Bool
  ) throws(RecordProblem) {
    let scope = names.count
    cursor.advance()
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "}") {
      cursor.advance()
      return
    }
    while true {
      try member(&cursor, depth: depth, scope: scope, isRecord: isRecord)
      cursor.skipBlanks()
      switch cursor.byte {
      case UInt8(ascii: ","):
        cursor.advance()
        cursor.skipBlanks()
        if cursor.byte == UInt8(ascii: "}") { throw cursor.problem(.trailingComma) }
      case UInt8(ascii: "}"):
        cursor.advance()
        names.leave(to: scope)
        return
      default:
        throw cursor.problem(.wantsComma)
      }
    }
  }

  private mutating func member(
    _ cursor: inout Cursor, depth: Int, scope: Int, isRecord: Bool
  ) throws(RecordProblem) {
    nameCount += 1
    guard nameCount <= RecordLimits.members else {
      throw cursor.problem(.tooManyFields)
    }
    var hasEscapes = false
    let opening = unsafe cursor.place
    try cursor.key(hasEscapes: &hasEscapes)
    let text = unsafe UnsafeBufferPointer(
      start: opening + 1, count: cursor.place - opening - 2)
    guard unsafe names.insert(text, hasEscapes: hasEscapes, scope: scope) else {
      throw unsafe RecordProblem(
        .duplicateKey, offset: opening - cursor.start,
        field: String(decoding: text.prefix(RecordProblem.longestQuote), as: UTF8.self))
    }
    cursor.skipBlanks()
    guard cursor.byte == UInt8(ascii: ":") else {
      throw cursor.problem(.wantsColon)
    }
    cursor.advance()
    cursor.skipBlanks()
    let place = unsafe cursor.place
    var kind = RawKind.null
    let valueHasEscapes = try value(&cursor, depth: depth, kind: &kind)
    guard isRecord else { return }
    members.append(
      unsafe JSONMember(
        keyStart: Int32(opening + 1 - cursor.start), keyCount: Int32(text.count),
        valueStart: Int32(place - cursor.start), valueEnd: Int32(cursor.place - cursor.start),
        kind: kind, keyHasEscapes: hasEscapes, valueHasEscapes: valueHasEscapes))
  }

  /// Reads any value; true when it is a string with escapes.
  @discardableResult
  private mutating func value(
    _ cursor: inout Cursor, depth: Int, kind: inout RawKind
  ) throws(RecordProblem) -> Bool {
    switch cursor.byte {
    case UInt8(ascii: "\""):
      kind = .text
      var hasEscapes = false
      try cursor.string(hasEscapes: &hasEscapes)
      return hasEscapes
    case UInt8(ascii: "{"):
      kind = .object
      guard depth < RecordLimits.depth else { throw cursor.problem(.tooDeep) }
      try object(&cursor, depth: depth + 1, isRecord: false)
    case UInt8(ascii: "["):
      kind = .list
      guard depth < RecordLimits.depth else { throw cursor.problem(.tooDeep) }
      try list(&cursor, depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = .number
      try cursor.number()
    default:
      try cursor.literal(kind: &kind)
    }
    return false
  }

  private mutating func list(_ cursor: inout Cursor, depth: Int) throws(RecordProblem) {
    cursor.advance()
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "]") {
      cursor.advance()
      return
    }
    var kind = RawKind.null
    while true {
      try value(&cursor, depth: depth, kind: &kind)
      cursor.skipBlanks()
      switch cursor.byte {
      case UInt8(ascii: ","):
        cursor.advance()
        cursor.skipBlanks()
        if cursor.byte == UInt8(ascii: "]") { throw cursor.problem(.trailingComma) }
      case UInt8(ascii: "]"):
        cursor.advance()
        return
      default:
        throw cursor.problem(.wantsComma)
      }
    }
  }
}
