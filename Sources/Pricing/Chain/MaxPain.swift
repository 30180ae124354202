/// The strike at which the holders of all open options would get least at expiry.
enum MaxPain {
  /// The strike of a chain with the least payout; nil where nothing is open.
  ///
  /// What is paid out falls with the underlying by the puts that are open above it and rises by the
  /// calls that are open below, so it is least where the second outgrow the first. That compares units,
  /// which are whole, and not rupees, which are rounded. Where it is level between several strikes, the
  /// one nearest the forward is taken, then the lower.
  static func strike(of rows: [OptionChain.Row], nearest forward: Double?) -> Double? {
    let calls = rows.map { units($0.call) }
    let puts = rows.map { units($0.put) }
    var putsAbove = puts.reduce(0, +)
    guard putsAbove + calls.reduce(0, +) > 0 else { return nil }
    var callsBelow = 0.0
    var level: [Double] = []
    for (index, row) in rows.enumerated() {
      callsBelow += calls[index]
      putsAbove -= puts[index]
      if callsBelow < putsAbove { continue }
      level.append(row.strike)
      if callsBelow > putsAbove { break }
    }
    return nearest(level, to: forward)
  }

  /// The strike nearest a price, the lower of two; the lowest where no price is known.
  static func nearest(_ strikes: [Double], to price: Double?) -> Double? {
    guard let price else { return strikes.min() }
    return strikes.min {
      let (left, right) = (abs($0 - price), abs($1 - price))
      return left != right ? left < right : $0 < $1
    }
  }

  private static func units(_ option: OptionChain.Option?) -> Double {
    guard let units = option?.quote.openInterest, units > 0, units.isFinite else { return 0 }
    return units
  }
}
