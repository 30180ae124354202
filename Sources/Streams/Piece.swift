package import Records

/// A stretch of an input that one worker handles at a time, in memory that is used again.
@safe
final class Piece {
  /// What the bytes are.
  enum Content {
    /// Whole records.
    case records
    /// A part of a record that is longer than is allowed.
    case tooLong(isStart: Bool)
    /// The rest of an input that cannot be divided into records.
    case unreadable
  }

  /// How many bytes one piece has when there is no reason for more.
  ///
  /// Larger ones are no faster, and what is said of tiny records takes many times their size.
  static let usualSize = 128 << 10

  private(set) var memory: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// How many bytes are in memory.
  var filled = 0

  /// What the bytes are.
  var content = Content.records
  /// Which input the piece is of.
  var input = InputFacts(name: "", index: -1, format: nil, firstLine: 1, packing: nil)
  /// Whether the piece is the first of its input.
  var isFirst = false
  /// Whether groups of records stand in the piece, none of them in parts.
  var isGrouped = false
  /// How many bytes of the piece's first line stand before the piece.
  var lineOffset = 0
  /// What ended the input after this piece, if it did not end well.
  var failure: StreamFailure?
  /// How many bytes of the input's file have been read, and how many it has.
  var consumed = 0
  var size: Int?

  init() {
    capacity = Piece.usualSize
    unsafe memory = .allocate(capacity: Piece.usualSize + RecordReader.padding)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: memory, count: filled)
  }

  /// The memory that is still free.
  var free: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(start: memory + filled, count: capacity - filled)
  }

  /// Makes room for another stretch behind what is there.
  func grow() {
    let larger = capacity * 2
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + RecordReader.padding)
    unsafe fresh.update(from: memory, count: filled)
    unsafe memory.deallocate()
    unsafe memory = unsafe fresh
    capacity = larger
  }

  /// Begins anew with bytes that were left over.
  func begin(with rest: [UInt8]) {
    filled = 0
    while capacity < rest.count { grow() }
    unsafe rest.withUnsafeBufferPointer { rest in
      guard let start = rest.baseAddress else { return }
      unsafe memory.update(from: start, count: rest.count)
    }
    filled = rest.count
    content = .records
    failure = nil
    isFirst = false
  }

  /// Keeps the first `count` bytes and returns the others.
  func cut(to count: Int) -> [UInt8] {
    let rest = unsafe Array(UnsafeBufferPointer(start: memory + count, count: filled - count))
    filled = count
    return rest
  }

  /// How many bytes of a line that goes on behind the piece are known by its end.
  var lineOffsetAtEnd: Int {
    var last = filled
    while unsafe last > 0 && memory[last - 1] != UInt8(ascii: "\n") { last -= 1 }
    return last > 0 ? filled - last : lineOffset + filled
  }

  /// Takes away the first `count` bytes.
  func drop(first count: Int) {
    filled -= count
    unsafe memory.update(from: memory + count, count: filled)
  }

  /// Takes away the blanks before a record, leaves the exceptions among them, and returns how many
  /// bytes went.
  func dropLeadingBlanks(except exceptions: StaticString) -> Int {
    let exceptions = Array(exceptions.description.utf8)
    var kept = 0
    var place = 0
    scan: while place < filled {
      let byte = unsafe memory[place]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case let byte where exceptions.contains(byte):
        unsafe memory[kept] = byte
        kept += 1
      default: break scan
      }
      place += 1
    }
    let dropped = place - kept
    if dropped > 0 {
      unsafe (memory + kept).update(from: memory + place, count: filled - place)
      filled -= dropped
    }
    return dropped
  }

  /// Puts the zero bytes behind the data that readers rely on.
  func seal() {
    unsafe (memory + filled).update(repeating: 0, count: RecordReader.padding)
  }
}

/// Which input something is of, and how that is written.
package struct InputFacts: Sendable, Equatable {
  /// The name for messages: the path, or `<stdin>`.
  package let name: String
  /// The place of the input among all, from 0.
  package let index: Int
  /// How the records are written; nil where that was not found out.
  package let format: InputFormat?
  /// The line on which the first record may begin, from 1.
  package let firstLine: Int
  /// How the input is packed; nil where it is not.
  package let packing: String?
}
