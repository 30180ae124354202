/// A number of bytes, typed as `4096`, `64K`, `1M` or `2G`; the letters stand for powers of 1,024.
package struct ByteSize: ArgumentValue, Comparable {
  /// The number of bytes, never negative.
  package let bytes: Int

  private static let units: [(letter: Character, size: Int)] = [
    ("T", 1 << 40), ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  /// Creates a size; a negative number of bytes is a mistake of the caller and traps.
  package init(bytes: Int) {
    precondition(bytes >= 0, "a size cannot be negative")
    self.bytes = bytes
  }

  package init?(argument: String) {
    var digits = argument[...]
    var unit = 1
    if let letter = digits.last?.uppercased().first,
      let known = Self.units.first(where: { $0.letter == letter })
    {
      digits.removeLast()
      unit = known.size
    }
    guard let count = UInt(digits), let whole = Int(exactly: count) else { return nil }
    let (bytes, overflow) = whole.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    self.bytes = bytes
  }

  package var argument: String {
    for (letter, size) in Self.units where bytes > 0 && bytes % size == 0 {
      return "\(bytes / size)\(letter)"
    }
    return String(bytes)
  }

  package static var wanted: String { "a size such as 4096, 64K or 1M" }

  package static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }
}
