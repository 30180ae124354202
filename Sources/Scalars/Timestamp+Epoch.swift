extension Timestamp {
  /// Reads a count of seconds or of milliseconds since 1970 in UTC.
  ///
  /// Up to 10^10 it counts seconds, from there on milliseconds. Only the years 1971 to 2199 are
  /// taken; within those no count has two meanings, and what else is found in files, a zero, a day
  /// number of a spreadsheet, microseconds, is refused. What is finer than a millisecond is cut off;
  /// a double is first rounded to microseconds, since it hardly ever hits the decimals it stands
  /// for.
  ///
  /// - Throws: `TimestampError.epochOutOfRange`.
  public init(epoch: Number) throws(TimestampError) {
    let isSeconds = epoch < Number(10_000_000_000)
    let unit: Int64 = isSeconds ? 1 : 1000
    // 1971-01-01 up to, but not including, 2200-01-01.
    let isInRange = epoch >= Number(31_536_000 * unit) && epoch < Number(7_258_118_400 * unit)
    let decimals = isSeconds ? 3 : 0
    guard isInRange, case .exact(let count) = epoch.withoutNoise,
      let milliseconds = count.rounded(.floor, decimals: decimals).scaled(toDecimals: decimals)
    else { throw .epochOutOfRange }
    self.init(milliseconds: milliseconds)
  }
}

extension Number {
  /// A decimal as it is, a double rounded to six decimals.
  fileprivate var withoutNoise: Number {
    switch self {
    case .exact: self
    case .binary: rounded(.toNearestAwayFromZero, decimals: 6)
    }
  }
}
