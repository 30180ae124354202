/// Turns a source text into a syntax tree.
///
/// Operators are read by how tightly they bind. A run of equals (`a + b - c`, `a < b < c`,
/// `p or q or r`) becomes one node with many operands, so that only real nesting uses the stack,
/// and that is limited.
struct Parser {
  /// The most bytes of a source.
  static let longestSource = 65_536
  /// The most operations or parentheses one inside the other.
  static let deepestNesting = 64
  /// The most nodes of a tree.
  static let mostNodes = 4_096

  private var lexer: Lexer
  private(set) var token = Token(kind: .end, range: 0..<0)
  private(set) var tree = SyntaxTree()
  private var depth = 0

  /// The end of the token before the current one.
  private var lastEnd = 0

  /// Reads the whole of `source`.
  static func tree(of source: String) throws(ExpressionError) -> SyntaxTree {
    guard source.utf8.count <= longestSource else {
      throw ExpressionError(
        "the expression has \(source.utf8.count) bytes", hint: "65536 is the most", source: source,
        offset: longestSource)
    }
    var parser = Self(lexer: Lexer(source))
    try parser.advance()
    guard parser.token.kind != .end else {
      throw parser.error("the expression is empty", hint: "for example strike > 0")
    }
    _ = try parser.expression(above: .whole)
    try parser.requireEnd()
    return parser.tree
  }

  private init(lexer: Lexer) {
    self.lexer = lexer
  }

  // MARK: Operators

  /// Reads operands and the operators between them that bind tighter than `floor`.
  mutating func expression(above floor: Level) throws(ExpressionError) -> Int {
    var left = try prefixed(above: floor)
    while let level = infixLevel, level > floor {
      left = try chain(from: left, at: level)
    }
    return left
  }

  /// Reads on from `first` as long as operators of the same `level` follow.
  private mutating func chain(from first: Int, at level: Level) throws(ExpressionError) -> Int {
    var children = [first]
    while let joint = joint(at: level) {
      try advance()
      children.append(try expression(above: level))
      tree.join(children[children.count - 1], by: joint)
    }
    guard children.count > 1 else { return try membership(of: first) }
    if level == .comparison, isMembership { throw chainedMembership() }
    return try add(kind(of: level), children, at: tree.place(ofJointBefore: children[1]))
  }

  /// The current token as what joins operands at `level`, or nil when it does not.
  private func joint(at level: Level) -> (sign: Joint, place: Int)? {
    guard case .joint(let sign) = token.kind, sign.level == level else { return nil }
    return (sign, token.range.lowerBound)
  }

  private func kind(of level: Level) -> SyntaxNode.Kind {
    switch level {
    case .whole, .disjunction: .or
    case .conjunction: .and
    case .comparison: .comparison
    case .sum, .product: .arithmetic
    }
  }

  /// How tightly the current token binds, or nil when it is no operator between operands.
  var infixLevel: Level? {
    if case .joint(let sign) = token.kind { return sign.level }
    return isMembership ? .comparison : nil
  }

  private mutating func prefixed(above floor: Level) throws(ExpressionError) -> Int {
    switch token.kind {
    case .keyword(.not): return try negation(above: floor)
    case .joint(.arithmetic(.subtract)): return try negative()
    default: return try operand()
    }
  }

  private mutating func negation(above floor: Level) throws(ExpressionError) -> Int {
    guard floor < .comparison else {
      throw error("'not' must stand in parentheses here", hint: "for example a == (not b)")
    }
    let start = try enter()
    let operand = try expression(above: .conjunction)
    leave()
    return try add(.not, [operand], at: start, from: start)
  }

  private mutating func negative() throws(ExpressionError) -> Int {
    let start = try enter()
    let operand = try prefixed(above: .product)
    leave()
    if tree.negateLiteral(operand) {
      widen(operand, from: start)
      return operand
    }
    return try add(.negate, [operand], at: start, from: start)
  }

  // MARK: Support

  /// The text that is read.
  var source: String { lexer.source }

  /// Takes the next token.
  mutating func advance() throws(ExpressionError) {
    lastEnd = token.range.upperBound
    token = try lexer.next()
  }

  /// Takes the mark that closes the one at byte `opening`.
  mutating func close(_ opening: Int, with closing: Mark) throws(ExpressionError) {
    guard token.kind == .mark(closing) else { throw unclosed(opening, closing) }
    try advance()
  }

  private func unclosed(_ opening: Int, _ closing: Mark) -> ExpressionError {
    let mark = Substring(source.utf8.dropFirst(opening).prefix(1))
    let column = ExpressionError("", source: source, offset: opening).column
    return unexpected(
      needed: "'\(closing.rawValue)' is needed to close the '\(mark)' of column \(column)")
  }

  /// Takes the current token, which opens a level of nesting, and returns where it begins.
  mutating func enter() throws(ExpressionError) -> Int {
    let start = token.range.lowerBound
    depth += 1
    guard depth <= Self.deepestNesting else { throw tooDeep(at: start) }
    try advance()
    return start
  }

  /// Ends the level of nesting that was entered last.
  mutating func leave() {
    depth -= 1
  }

  private func tooDeep(at place: Int) -> ExpressionError {
    ExpressionError(
      "more than \(Self.deepestNesting) operations stand one inside the other",
      hint: "split the expression", source: source, offset: place)
  }

  /// Appends a node over `children`, which reaches from `start` or the first child up to here.
  mutating func add(
    _ kind: SyntaxNode.Kind, _ children: [Int] = [], at place: Int, from start: Int? = nil
  ) throws(ExpressionError) -> Int {
    let start = start ?? children.first.map { tree.nodes[$0].range.lowerBound } ?? place
    var node = SyntaxNode(kind: kind, range: start..<lastEnd, place: place, children: children)
    node.height = 1 + (children.map { tree.nodes[$0].height }.max() ?? 0)
    guard node.height <= Self.deepestNesting + 1 else { throw tooDeep(at: place) }
    guard tree.nodes.count < Self.mostNodes else {
      throw ExpressionError(
        "the expression has more than \(Self.mostNodes) parts", hint: "split it",
        source: source, offset: place)
    }
    tree.nodes.append(node)
    return tree.nodes.count - 1
  }

  /// Lets the node at `index` begin at byte `start` and end here.
  mutating func widen(_ index: Int, from start: Int) {
    tree.nodes[index].range = start..<lastEnd
  }

  /// The slot of the field at `path`, which is named at byte `offset`.
  mutating func slot(of path: FieldPath, at offset: Int) -> Int {
    tree.slot(of: path, at: offset)
  }

  func error(_ message: String, hint: String? = nil) -> ExpressionError {
    ExpressionError(message, hint: hint, source: source, offset: token.range.lowerBound)
  }

  /// A part of the source.
  func text(of range: Range<Int>) -> String {
    String(decoding: lexer.bytes[range], as: UTF8.self)
  }
}
