import TestSupport

extension SplitMix64 {
  /// Bytes that look like records: they compress about as well.
  mutating func lines(_ count: Int) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count {
      let strike = 20_000 + 50 * Int.random(in: 0..<200, using: &self)
      let price = Int.random(in: 5...99_999, using: &self)
      result += Array("{\"kind\":\"quote\",\"strike\":\(strike),\"ltp\":\(price)}\n".utf8)
    }
    return Array(result.prefix(count))
  }
}
