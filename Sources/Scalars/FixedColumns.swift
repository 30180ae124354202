/// Reading texts whose parts stand in fixed places.
extension Span<UInt8> {
  /// The number in so many columns, or `nil` when one of them is missing or no digit.
  @inline(__always)
  func number(at index: Int, digits: Int) -> Int? {
    guard index >= 0, index + digits <= count else { return nil }
    var result = 0
    for column in index..<index + digits {
      let digit = self[column] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      result = result &* 10 &+ Int(digit)
    }
    return result
  }

  /// Whether a column exists and holds the character.
  @inline(__always)
  func holds(_ character: Unicode.Scalar, at index: Int) -> Bool {
    holds(UInt8(ascii: character), at: index)
  }

  /// Whether a column exists and holds the byte.
  func holds(_ byte: UInt8, at index: Int) -> Bool {
    index < count && self[index] == byte
  }
}
