/// Where a value stands, in bytes from the start of its record; a string with its quotes.
struct ValueSpan {
  var start: Int32 = 0
  var end: Int32 = 0
  var kind = RawKind.null
  var hasEscapes = false
  /// How many decimals a number has that is nothing but digits and a point; the most there is for all else.
  var decimals = UInt8.max

  /// How many bytes it has.
  var count: Int { Int(end &- start) }

  /// Whether it is a list or an object.
  var isNested: Bool { kind.rawValue >= RawKind.list.rawValue }

  /// Moves it within the record.
  @inline(__always)
  mutating func move(by shift: Int32) {
    start &+= shift
    end &+= shift
  }
}

extension ValueSpan {
  /// That of a field of the record that begins at `start`.
  init(_ member: JSONMember, in record: UnsafePointer<UInt8>) {
    self.init(
      start: member.valueStart, end: member.valueEnd, kind: member.kind,
      hasEscapes: member.valueHasEscapes)
    if kind == .number {
      _ = unsafe JSONScan.number(at: record + Int(start), decimals: &decimals)
    }
  }
}
