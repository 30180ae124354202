/// Finds the number of a row by something of it, without keeping that a second time.
///
/// It is a table of numbers with open addresses. Who looks something up says what it hashes to and,
/// of a row that may be the one, whether it is.
struct RowIndex: Sendable {
  /// The number of a row in the low half, and in the high half that of its hash, which tells nearly
  /// all others apart without a look at their rows.
  private var slots: [UInt64]
  private let mask: Int
  private static let none = UInt64.max

  /// Creates an index with room for so many rows.
  init(rows: Int) {
    var size = 16
    while size < rows * 2 { size *= 2 }
    slots = Array(repeating: Self.none, count: size)
    mask = size - 1
  }

  /// Adds a row, also where another one has the same hash.
  @inline(__always)
  mutating func add(_ row: Int, hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != Self.none { place = (place &+ 1) & mask }
    slots[place] = hash & Self.highHalf | UInt64(UInt32(row))
  }

  private static let highHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The first row that was added with this hash and is the one.
  @inline(__always)
  func first(hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != Self.none {
      if (slots[place] ^ hash) & Self.highHalf == 0 {
        let row = Int(truncatingIfNeeded: slots[place] & ~Self.highHalf)
        if isWanted(row) { return row }
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// All rows that were added with this hash and are wanted, in that order.
  func all(hash: UInt64, where isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    _ = first(hash: hash) { row in
      if isWanted(row) { found.append(row) }
      return false
    }
    return found
  }
}

/// A hash that is the same in every run.
struct RowHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let (high, low) = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = high ^ low
  }

  /// Takes bytes in, eight at a time.
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>) {
    var word: UInt64 = 0
    for index in 0..<bytes.count {
      word = word &<< 8 | UInt64(bytes[index])
      if index & 7 == 7 {
        add(word)
        word = 0
      }
    }
    add(word)
  }
}
