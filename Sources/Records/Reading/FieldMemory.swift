/// How a field was written in a record, to see at once whether another one has it alike.
///
/// Records of one moment or one contract follow each other, and what was read of a field once need not
/// be read again. Only a text or a number of few bytes is remembered, and none with escapes.
///
/// It cannot be copied: its owner changes while it is looked at, and would copy it for every row.
public struct FieldMemory: ~Copyable, Sendable {
  /// The most bytes that are remembered.
  private static let longest = 32

  fileprivate let slot: Int
  /// What kind of value is remembered; `missing` where none is.
  fileprivate var kind = RawKind.missing
  /// How many bytes the value has, and before which of them what is remembered begins.
  fileprivate var count = 0
  fileprivate var first = 0
  /// The bytes, and which of them count.
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
  private var masks: InlineArray<4, UInt64> = [0, 0, 0, 0]

  /// Creates a memory of a field by its slot, empty as yet.
  public init(of slot: Int) {
    self.slot = slot
  }

  /// Whether the bytes here, as many as are remembered, are the same.
  ///
  /// All that may be remembered is looked at, for that takes less than to count.
  @inline(__always)
  fileprivate func agrees(_ start: UnsafePointer<UInt8>) -> Bool {
    unsafe (difference(0, start) | difference(1, start))
      | (difference(2, start) | difference(3, start)) == 0
  }

  /// The bits of a word that are others than those remembered.
  @inline(__always)
  private func difference(_ index: Int, _ start: UnsafePointer<UInt8>) -> UInt64 {
    unsafe (JSONScan.word(at: start + 8 &* index) ^ words[index]) & masks[index]
  }

  /// Remembers nothing.
  fileprivate mutating func forget() {
    kind = .missing
  }

  /// Remembers a value of the record that begins at `start`.
  fileprivate mutating func remember(_ value: ValueSpan, _ start: UnsafePointer<UInt8>) {
    forget()
    first = value.kind == .text ? 1 : 0
    let length = value.count - 2 * first
    guard [.text, .number, .cell].contains(value.kind), !value.hasEscapes,
      1...FieldMemory.longest ~= length
    else { return }
    kind = value.kind
    count = value.count
    for index in words.indices {
      words[index] = unsafe JSONScan.word(at: start + Int(value.start) + first + 8 * index)
      let left = min(max(length - 8 * index, 0), 8)
      masks[index] = left == 0 ? 0 : .max &>> UInt64(64 - 8 * left)
    }
  }
}

extension RecordReader {
  /// Whether the record has a field as it is remembered.
  public func agrees(with memory: borrowing FieldMemory) -> Bool {
    guard let span = span(memory.slot), span.kind == memory.kind, !span.hasEscapes,
      span.count == memory.count
    else { return false }
    return unsafe memory.agrees(start + Int(span.start) + memory.first)
  }

  /// Remembers a field as the record has it.
  public func remember(in memory: inout FieldMemory) {
    guard let span = span(memory.slot) else { return memory.forget() }
    unsafe memory.remember(span, start)
  }
}
