import Scalars

/// A place in a record that is read token by token, and the words for what is wrong there.
///
/// It is built for exact messages; the quick way past a sound record is ``JSONLayout``.
@safe
struct Cursor {
  let start: UnsafePointer<UInt8>
  private(set) var place: UnsafePointer<UInt8>
  /// The place after the record; nil where a byte that no token takes marks the end.
  private let end: UnsafePointer<UInt8>?
  private let allowsLineEnds: Bool

  init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>?, allowsLineEnds: Bool) {
    unsafe self.start = unsafe start
    unsafe place = unsafe start
    unsafe self.end = unsafe end
    self.allowsLineEnds = allowsLineEnds
  }

  /// The byte at this place.
  var byte: UInt8 { unsafe place.pointee }

  private var isAtEnd: Bool {
    if let end = unsafe end { return unsafe place >= end }
    return unsafe place.pointee == 0
  }

  mutating func advance() {
    unsafe place += 1
  }

  /// Goes past what JSON calls white space.
  mutating func skipBlanks() {
    while true {
      switch unsafe place.pointee {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): unsafe place += 1
      case UInt8(ascii: "\n") where allowsLineEnds: unsafe place += 1
      default: return
      }
    }
  }

  /// Goes past a field name.
  mutating func key(hasEscapes: inout Bool) throws(RecordProblem) {
    if unsafe place.pointee == UInt8(ascii: "\"") {
      return try string(hasEscapes: &hasEscapes)
    }
    if isAtEnd { throw problem(.cutOff) }
    switch unsafe place.pointee {
    case UInt8(ascii: "'"): throw problem(.singleQuotes)
    case UInt8(ascii: "/"), UInt8(ascii: "#"): throw problem(.comment)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      throw problem(.unquotedKey)
    default: throw problem(.wantsKey)
    }
  }

  /// Goes past a string.
  mutating func string(hasEscapes: inout Bool) throws(RecordProblem) {
    if let after = unsafe JSONScan.string(at: place, hasEscapes: &hasEscapes) {
      unsafe place = after
      return
    }
    let opening = unsafe place
    unsafe place += 1
    while true {
      unsafe place += JSONScan.plainText(at: place)
      switch unsafe place.pointee {
      case UInt8(ascii: "\\"):
        guard let after = unsafe JSONEscape.end(at: place) else {
          throw problem(isCutInEscape ? .unclosedString : .badEscape)
        }
        unsafe place = after
      case 0x80...:
        let count = unsafe UTF8Check.sequence(at: place)
        if count == 0 { throw problem(.badUTF8) }
        unsafe place += count
      default:
        if unsafe isAtEnd || place.pointee == UInt8(ascii: "\n") {
          unsafe place = opening
          throw problem(.unclosedString)
        }
        throw problem(.controlCharacter)
      }
    }
  }

  /// Whether the record ends inside the escape that begins here.
  private var isCutInEscape: Bool {
    guard let end = unsafe end else { return false }
    return unsafe end - place < 2
  }

  /// Goes past a number.
  mutating func number() throws(RecordProblem) {
    guard let after = unsafe JSONScan.number(at: place) else {
      throw problem(hasNumberGrammar ? .numberOutOfRange : .notANumber)
    }
    // `1.5x`, `1_000`, `0x10`: what follows would make another number of it.
    switch unsafe after.pointee {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      throw problem(.notANumber)
    default: unsafe place = after
    }
  }

  /// Whether what begins here is written as JSON writes numbers, whatever its value.
  private var hasNumberGrammar: Bool {
    var count = 0
    while unsafe Cursor.isNumberByte(place[count]) { count += 1 }
    let text = unsafe Span(_unsafeStart: place, count: count)
    do throws(NumberError) {
      _ = try Number(text: text)
      return true
    } catch {
      return error == .outOfRange
    }
  }

  /// Whether a byte cannot belong to a number or a word.
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0...0x20: true
    default: false
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// Goes past `true`, `false` or `null`.
  mutating func literal(kind: inout RawKind) throws(RecordProblem) {
    if let after = unsafe JSONScan.literal(at: place, kind: &kind) {
      unsafe place = after
      return
    }
    if isAtEnd { throw problem(.cutOff) }
    switch unsafe place.pointee {
    case UInt8(ascii: "'"): throw problem(.singleQuotes)
    case UInt8(ascii: "/"), UInt8(ascii: "#"): throw problem(.comment)
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "N"), UInt8(ascii: "I"):
      throw problem(.notANumber)
    default: throw problem(.wantsValue)
    }
  }

  /// A problem at this place, with the bytes that stand there; at the record's end it is cut off.
  func problem(_ fault: RecordFault) -> RecordProblem {
    if isAtEnd && fault != .unclosedString {
      return unsafe RecordProblem(.cutOff, offset: place - start)
    }
    let longest = unsafe end.map { unsafe $0 - place } ?? 0
    let count = min(longest, RecordProblem.longestQuote)
    var found = unsafe UnsafeBufferPointer(start: place, count: count)
    if fault.isOfOneWord {
      // What follows the value is sound; of a value that is missing, that is all there is to show.
      let length = unsafe max(found.firstIndex(where: Cursor.endsWord) ?? count, min(count, 1))
      unsafe found = UnsafeBufferPointer(rebasing: found[..<length])
    }
    return unsafe RecordProblem(fault, offset: place - start, found: Array(found))
  }
}

extension RecordFault {
  /// Whether the fault is a number or a word that JSON does not have.
  fileprivate var isOfOneWord: Bool {
    switch self {
    case .notANumber, .numberOutOfRange, .wantsValue: true
    default: false
    }
  }
}
