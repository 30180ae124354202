/// Where the values of a row of SmartAPI's master stand.
struct MasterFields {
  /// A value: its bytes, those between the quotes of a text.
  ///
  /// Nothing for null and where it is missing.
  struct Place {
    var start: Int32 = 0
    var end: Int32 = 0

    init() {}

    @inline(__always)
    init(_ start: Int, _ end: Int) {
      self.start = Int32(start)
      self.end = Int32(end)
    }

    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(end) }
    var count: Int { Int(end &- start) }
  }

  private var places = InlineArray<10, Place>(repeating: Place())
  /// The bits of the fields that are there.
  private var seen: UInt16 = 0

  /// The fields that are read.
  enum Name: UInt16, CaseIterable {
    case token, symbol, name, expiry, strike, lot, type, segment, tick, freeze

    /// What the broker calls it.
    var key: String {
      switch self {
      case .token: "token"
      case .symbol: "symbol"
      case .name: "name"
      case .expiry: "expiry"
      case .strike: "strike"
      case .lot: "lotsize"
      case .type: "instrumenttype"
      case .segment: "exch_seg"
      case .tick: "tick_size"
      case .freeze: "freeze_qty"
      }
    }
  }

  /// Notes that a field is there; false where it was there before.
  @inline(__always)
  mutating func see(_ name: Name) -> Bool {
    let bit: UInt16 = 1 << name.rawValue
    defer { seen |= bit }
    return seen & bit == 0
  }

  @inline(__always)
  subscript(_ name: Name) -> Place {
    get { places[Int(name.rawValue)] }
    set { places[Int(name.rawValue)] = newValue }
  }
}

/// The name of a field while it is read: its first sixteen bytes as two numbers, a hash of the others, and its length.
struct MasterKey: Equatable {
  var first: UInt64 = 0
  var second: UInt64 = 0
  /// A hash of the bytes behind those.
  var rest: UInt64 = 0
  var count = 0

  /// Adds a byte behind the first eight.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    if count < 16 {
      second |= UInt64(byte) &<< UInt64(8 &* (count &- 8))
    } else {
      rest = (rest ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    count &+= 1
  }

  /// The field of this name; nil for one that is not read.
  @inline(__always)
  var field: MasterFields.Name? {
    // The letters of the names, the first one lowest.
    switch (count, first, second) {
    case (5, 0x6E_656B_6F74, 0): .token
    case (6, 0x6C6F_626D_7973, 0): .symbol
    case (4, 0x656D_616E, 0): .name
    case (6, 0x7972_6970_7865, 0): .expiry
    case (6, 0x656B_6972_7473, 0): .strike
    case (7, 0x65_7A69_7374_6F6C, 0): .lot
    case (14, 0x656D_7572_7473_6E69, 0x6570_7974_746E): .type
    case (8, 0x6765_735F_6863_7865, 0): .segment
    case (9, 0x7A69_735F_6B63_6974, 0x65): .tick
    case (10, 0x715F_657A_6565_7266, 0x7974): .freeze
    default: nil
    }
  }
}
