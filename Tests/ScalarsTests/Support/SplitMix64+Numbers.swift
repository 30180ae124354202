import TestSupport

extension SplitMix64 {
  /// A number whose digit count, not whose value, is spread evenly.
  mutating func integerOfAnyLength() -> Int64 {
    Int64(truncatingIfNeeded: next()) >> Int64.random(in: 0..<64, using: &self)
  }

  /// A finite double from random bits, so that every magnitude is as likely as any other.
  mutating func finiteDouble() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite { return value }
    }
  }
}
