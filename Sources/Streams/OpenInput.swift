import Files
import Records

/// An input that is being read: its bytes, its format once that is known, and where its records end.
struct OpenInput: ~Copyable {
  private var bytes: ByteSource
  private let index: Int
  private let slots: FieldSlots
  private var format: InputFormat?
  private var framer = RecordFramer(format: .jsonLines, line: 1)
  private var firstLine = 1
  /// How many bytes of its line stand before the next piece.
  private var lineOffset = 0
  private var isFirst = true
  private var isEnded = false
  /// Whether the rest of the input is wanted though it cannot be read.
  private let keepsRest: Bool
  private var isUnreadable = false
  /// How many bytes at the start of a piece the framer has seen.
  private var framed = 0
  /// How many bytes at the start of a piece are whole records.
  private var wholeEnd = 0
  /// Where the records of a piece may be divided; nil where any place will do.
  private var seams: GroupSeams?
  private let grouping: GroupRule?
  /// Whether the records need no groups.
  private var isExempt = false
  /// Whether the present record is already longer than is allowed.
  private var isTooLong = false

  init(
    _ bytes: consuming ByteSource, index: Int, slots: FieldSlots, keepsRest: Bool,
    grouping: GroupRule?
  ) {
    self.grouping = grouping
    self.keepsRest = keepsRest
    self.bytes = bytes
    self.index = index
    self.slots = slots
  }

  /// Fills `piece`, which begins with what was left over, and leaves in `rest` what belongs to the
  /// next one; false when the input is at its end.
  ///
  /// A failure is noted in the piece and ends the input.
  mutating func fill(_ piece: Piece, longestRecord: Int, rest: inout [UInt8]) -> Bool {
    if isEnded { return false }
    if isUnreadable { return fillUnreadable(piece) }
    do throws(StreamFailure) {
      while true {
        if framer.isClosed { try expectNothing(in: piece) }
        if try recognise(piece, isEnd: false), let end = endOfRecords(in: piece) {
          if let seam = seam(in: piece, upTo: end) { return deliver(piece, to: seam, rest: &rest) }
        }
        if piece.filled - wholeEnd > longestRecord, !isTooLong {
          // What is whole goes before: the rest is looked at on its own.
          if wholeEnd > 0 { return deliver(piece, to: wholeEnd, rest: &rest) }
          dropLeadingBlanks(of: piece)
        }
        if wholeEnd == 0, isOverlong(piece, longestRecord) { return deliver(piece) }
        if try readMore(into: piece) == 0 { return try end(piece, rest: &rest) }
      }
    } catch {
      piece.failure = error
      piece.content = .unreadable
      // What a broken file still has is there; what is wrong with the records is not said again.
      if case .format = error, keepsRest { isUnreadable = true } else { isEnded = true }
      return deliver(piece)
    }
  }

  /// Fills `piece` with what follows the place from which the input cannot be divided into records.
  private mutating func fillUnreadable(_ piece: Piece) -> Bool {
    piece.content = .unreadable
    do throws(StreamFailure) {
      guard try readMore(into: piece) > 0 else {
        isEnded = true
        return false
      }
    } catch {
      piece.failure = error
      isEnded = true
    }
    return deliver(piece)
  }

  /// Hands over the piece up to a place.
  private mutating func deliver(_ piece: Piece, to end: Int, rest: inout [UInt8]) -> Bool {
    rest = piece.cut(to: end)
    framed = max(framed - end, 0)
    wholeEnd = max(wholeEnd - end, 0)
    seams?.cut(end)
    return deliver(piece)
  }

  /// Where the whole records up to `end` may be divided; nil when what follows may belong to them.
  private mutating func seam(in piece: Piece, upTo end: Int) -> Int? {
    guard case .records = piece.content, !framer.isClosed, seams != nil else { return end }
    wholeEnd = end
    let seam = unsafe seams?.last(in: piece.bytes, upTo: end, isFirst: isFirst)
    if seams?.isExempt ?? false {
      seams = nil
      isExempt = true
    }
    return seam
  }

  /// Where the records that are whole end; nil when more bytes are needed.
  private mutating func endOfRecords(in piece: Piece) -> Int? {
    let start = framed
    let unseen = unsafe UnsafeBufferPointer(rebasing: piece.bytes[start...])
    framed = piece.filled
    if isTooLong {
      guard let end = unsafe framer.firstRecordEnd(in: unseen) else { return nil }
      isTooLong = false
      piece.content = .tooLong(isStart: false)
      framed = 0
      return start + end
    }
    guard let end = unsafe framer.wholeRecords(in: unseen), start + end > 0 else { return nil }
    return start + end
  }

  /// Whether the bytes of `piece` are part of a record that is too long to be read.
  ///
  /// The carriage return of a line end that is not whole yet does not count.
  private mutating func isOverlong(_ piece: Piece, _ longestRecord: Int) -> Bool {
    guard format != nil, piece.filled > (isTooLong ? 0 : longestRecord) else { return false }
    if !isTooLong {
      let isReturn = unsafe piece.bytes.last == UInt8(ascii: "\r")
      guard piece.filled - (isReturn ? 1 : 0) > longestRecord else { return false }
    }
    piece.content = .tooLong(isStart: !isTooLong)
    isTooLong = true
    framed = 0
    return true
  }

  /// Takes away the blanks before a record: they are no part of it, and there may be any number.
  ///
  /// Between the elements of an array line ends are kept, because they are counted, and the comma.
  private mutating func dropLeadingBlanks(of piece: Piece) {
    switch format {
    case .jsonLines:
      let dropped = piece.dropLeadingBlanks(except: "")
      framed -= dropped
      lineOffset += dropped
    case .jsonArray: framed -= piece.dropLeadingBlanks(except: "\n,")
    case .table, nil: break
    }
  }

  private mutating func readMore(into piece: Piece) throws(StreamFailure) -> Int {
    if unsafe piece.free.isEmpty { piece.grow() }
    do {
      let count = unsafe try bytes.read(into: piece.free)
      piece.filled += count
      return count
    } catch {
      throw .file(error)
    }
  }

  /// Finds out the format by the first bytes; true when it is known.
  private mutating func recognise(_ piece: Piece, isEnd: Bool) throws(StreamFailure) -> Bool {
    if format != nil { return true }
    guard piece.filled > 0 else { return false }
    do throws(FormatProblem) {
      switch unsafe try InputFormat.recognised(in: piece.bytes.span, isEnd: isEnd) {
      case .needsMore, .empty: return false
      case .blank(let head):
        pass(head, of: piece)
        return false
      case .format(let format, let head):
        if case .table(let header) = format, let problem = slots.misspelling(in: header) {
          throw problem
        }
        self.format = format
        if let grouping { seams = GroupSeams(grouping, format) }
        pass(head, of: piece)
        framer = RecordFramer(format: format, line: firstLine)
        return true
      }
    } catch {
      throw .format(error)
    }
  }

  /// Leaves behind what stands before the first record.
  private mutating func pass(_ head: InputHead, of piece: Piece) {
    firstLine += head.lines
    lineOffset = head.lines > 0 ? head.lineOffset : lineOffset + head.lineOffset
    piece.drop(first: head.length)
  }

  /// After the bracket of an array: nothing but blanks may follow.
  private mutating func expectNothing(in piece: Piece) throws(StreamFailure) {
    let isBlank = unsafe piece.bytes.allSatisfy { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ")
        || byte == UInt8(ascii: "\t")
    }
    if !isBlank { throw .format(.textAfterArray) }
    piece.filled = 0
    framed = 0
  }

  /// Ends the input: what is left in `piece` are its last records; false when there is nothing.
  private mutating func end(_ piece: Piece, rest: inout [UInt8]) throws(StreamFailure) -> Bool {
    guard try recognise(piece, isEnd: true) else {
      isEnded = true
      return false
    }
    if !framer.isClosed {
      let end = endOfRecords(in: piece) ?? wholeEnd
      // A last line without its end belongs to the group before it.
      let isWhole = seams != nil && framer.problemAtEnd == nil
      if end > 0 && !isWhole { return deliver(piece, to: end, rest: &rest) }
    }
    isEnded = true
    if let problem = framer.problemAtEnd {
      piece.failure = .format(problem)
      if case .unclosedQuote = problem { piece.content = .unreadable }
      return deliver(piece)
    }
    return piece.filled > 0 && !framer.isClosed ? deliver(piece) : false
  }

  private mutating func deliver(_ piece: Piece) -> Bool {
    piece.input = InputFacts(
      name: bytes.name, index: index, format: format, firstLine: firstLine,
      packing: bytes.packing)
    piece.isFirst = isFirst
    piece.isGrouped = grouping != nil && !isExempt
    piece.lineOffset = lineOffset
    lineOffset = piece.lineOffsetAtEnd
    piece.consumed = bytes.consumed
    piece.size = bytes.size
    isFirst = false
    piece.seal()
    return true
  }
}
