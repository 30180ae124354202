/// How a field was written in a record, to see at once whether another one has it alike.
///
/// Records of one moment or one contract follow each other, and what was read of a field once need not
/// be read again. Only a text or a number of few bytes is remembered, and none with escapes.
public struct FieldMemory: Sendable {
  /// The most bytes that are remembered.
  private static let longest = 32

  fileprivate let slot: Int
  /// What kind of value is remembered; `missing` where none is.
  private var kind = RawKind.missing
  private var count = 0
  /// The bytes, with zeros behind them.
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  /// Creates a memory of a field by its slot, empty as yet.
  public init(of slot: Int) {
    self.slot = slot
  }

  /// Whether a value is written as the one that is remembered.
  @inline(__always)
  fileprivate func agrees(_ value: RawValue) -> Bool {
    guard value.kind == kind, unsafe value.bytes.count == count, !value.hasEscapes,
      let start = unsafe value.bytes.baseAddress
    else { return false }
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
    memory.agrees(rawValue(memory.slot))
  }

  /// Remembers a field as the record has it.
  public func remember(in memory: inout FieldMemory) {
    memory.remember(rawValue(memory.slot))
  }
}
