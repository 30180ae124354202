/// How a field was written in a record, to see at once whether another one has it alike.
///
/// Records of one moment or one contract follow each other, and what was read of a field once need not
/// be read again. Only a text or a number of few bytes is remembered, and none with escapes.
public struct FieldMemory: Sendable {
  /// The most bytes that are remembered.
  private static let longest = 32

  fileprivate let slot: Int
  /// What kind of value is remembered; `missing` where none is.
  fileprivate var kind = RawKind.missing
  fileprivate var count = 0
  /// The bytes, with zeros behind them.
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  /// Creates a memory of a field by its slot, empty as yet.
  public init(of slot: Int) {
    self.slot = slot
  }

  /// Whether the bytes here, as many as are remembered, are the same.
  @inline(__always)
  fileprivate func agrees(_ start: UnsafePointer<UInt8>) -> Bool {
    var place = unsafe start
    var index = 0
    var left = count
    while left > 8 {
      if unsafe JSONScan.word(at: place) != words[index] { return false }
      unsafe place += 8
      index += 1
      left -= 8
    }
    return unsafe JSONScan.word(at: place) & FieldMemory.mask(left) == words[index]
  }

  /// Remembers a value.
  fileprivate mutating func remember(_ value: RawValue) {
    kind = .missing
    let bytes = unsafe value.bytes
    guard [.text, .number, .cell].contains(value.kind), !value.hasEscapes,
      let start = bytes.baseAddress, 1...FieldMemory.longest ~= bytes.count
    else { return }
    kind = value.kind
    count = bytes.count
    for index in 0..<(count + 7) / 8 {
      let mask = FieldMemory.mask(min(count - index * 8, 8))
      words[index] = unsafe JSONScan.word(at: start + index * 8) & mask
    }
  }

  /// The bits of the first bytes of a word, of which there are one to eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { .max &>> UInt64(64 &- 8 &* count) }
}

extension RecordReader {
  /// Whether the record has a field as it is remembered.
  public func agrees(with memory: FieldMemory) -> Bool {
    guard let span = span(memory.slot), span.kind == memory.kind, !span.hasEscapes else {
      return false
    }
    let quotes = span.kind == .text ? 1 : 0
    guard span.count &- 2 &* quotes == memory.count else { return false }
    return unsafe memory.agrees(start + Int(span.start) + quotes)
  }

  /// Remembers a field as the record has it.
  public func remember(in memory: inout FieldMemory) {
    memory.remember(rawValue(memory.slot))
  }
}
