/// Reads a whole JSON text into the nodes of a ``JSONDocument``.
@safe
struct JSONTreeParser {
  private var cursor: Cursor
  private let end: UnsafePointer<UInt8>
  private var nodes: [JSONDocument.Node] = []
  private var names = KeyCheck()

  /// - Parameters:
  ///   - start: the first byte of the text.
  ///   - end: the place after its last byte, where zeros stand.
  init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    unsafe self.end = unsafe end
    unsafe cursor = Cursor(start: start, end: end, allowsLineEnds: true)
  }

  /// Reads the text to its end.
  mutating func document() throws(RecordProblem) -> [JSONDocument.Node] {
    cursor.skipBlanks()
    try value(depth: 1)
    cursor.skipBlanks()
    guard unsafe cursor.place == end else { throw cursor.problem(.textAfterRecord) }
    return nodes
  }

  private mutating func value(depth: Int) throws(RecordProblem) {
    switch cursor.byte {
    case UInt8(ascii: "\""):
      try text()
    case UInt8(ascii: "{"):
      guard depth <= RecordLimits.depth else { throw cursor.problem(.tooDeep) }
      try object(depth: depth)
    case UInt8(ascii: "["):
      guard depth <= RecordLimits.depth else { throw cursor.problem(.tooDeep) }
      try list(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let index = open(.number)
      try cursor.number()
      close(index)
    default:
      let index = open(.null)
      try cursor.literal(kind: &nodes[index].kind)
      close(index)
    }
  }

  /// Reads a text and leaves the quotes out of its node.
  private mutating func text() throws(RecordProblem) {
    let index = open(.text)
    var hasEscapes = false
    try cursor.string(hasEscapes: &hasEscapes)
    close(index)
    nodes[index].hasEscapes = hasEscapes
    nodes[index].start += 1
    nodes[index].end -= 1
  }

  private mutating func object(depth: Int) throws(RecordProblem) {
    let index = open(.object)
    let scope = names.count
    cursor.advance()
    cursor.skipBlanks()
    guard cursor.byte != UInt8(ascii: "}") else { return closeBracket(index) }
    repeat {
      // Finding a name among the others takes time, so there are not more than a record may have.
      guard names.count - scope < RecordLimits.members else { throw cursor.problem(.tooManyFields) }
      try name(scope: scope)
      cursor.skipBlanks()
      guard cursor.byte == UInt8(ascii: ":") else { throw cursor.problem(.wantsColon) }
      cursor.advance()
      cursor.skipBlanks()
      try value(depth: depth + 1)
    } while try hasMore(before: UInt8(ascii: "}"))
    names.leave(to: scope)
    closeBracket(index)
  }

  private mutating func name(scope: Int) throws(RecordProblem) {
    let index = open(.text)
    let opening = unsafe cursor.place
    var hasEscapes = false
    try cursor.key(hasEscapes: &hasEscapes)
    let text = unsafe UnsafeBufferPointer(start: opening + 1, count: cursor.place - opening - 2)
    guard unsafe names.insert(text, hasEscapes: hasEscapes, scope: scope) else {
      throw unsafe RecordProblem(
        .duplicateKey, offset: opening - cursor.start,
        field: String(decoding: text.prefix(RecordProblem.longestQuote), as: UTF8.self))
    }
    close(index)
    nodes[index].hasEscapes = hasEscapes
    nodes[index].start += 1
    nodes[index].end -= 1
  }

  private mutating func list(depth: Int) throws(RecordProblem) {
    let index = open(.list)
    cursor.advance()
    cursor.skipBlanks()
    guard cursor.byte != UInt8(ascii: "]") else { return closeBracket(index) }
    repeat {
      try value(depth: depth + 1)
    } while try hasMore(before: UInt8(ascii: "]"))
    closeBracket(index)
  }

  /// Whether another element follows; if so, it is the next thing in the text.
  private mutating func hasMore(before bracket: UInt8) throws(RecordProblem) -> Bool {
    cursor.skipBlanks()
    if cursor.byte == bracket { return false }
    guard cursor.byte == UInt8(ascii: ",") else { throw cursor.problem(.wantsComma) }
    cursor.advance()
    cursor.skipBlanks()
    if cursor.byte == bracket { throw cursor.problem(.trailingComma) }
    return true
  }

  private mutating func open(_ kind: RawKind) -> Int {
    let start = unsafe Int32(cursor.place - cursor.start)
    nodes.append(
      JSONDocument.Node(kind: kind, hasEscapes: false, start: start, end: start, next: 0))
    return nodes.count - 1
  }

  private mutating func close(_ index: Int) {
    nodes[index].end = unsafe Int32(cursor.place - cursor.start)
    nodes[index].next = Int32(nodes.count)
  }

  private mutating func closeBracket(_ index: Int) {
    cursor.advance()
    close(index)
  }
}
