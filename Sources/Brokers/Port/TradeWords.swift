/// Whether something is bought or sold.
package enum TradeSide: String, CaseIterable, Sendable {
  case buy = "BUY"
  case sell = "SELL"
}

/// How the price of an order is found.
package enum OrderPricing: String, CaseIterable, Sendable {
  case market, limit
  /// A limit order, or one at the market, that waits for its trigger.
  case stopLimit, stopMarket
}

/// How a position is held.
package enum Product: String, CaseIterable, Sendable {
  /// Shares that are delivered.
  case delivery
  /// Derivatives that are kept over night.
  case carryForward
  /// With borrowed money.
  case margin
  /// Closed by the end of the session.
  case intraday
  /// With a stop and a target of its own.
  case bracket
}

/// How long an order stays.
package enum OrderValidity: String, CaseIterable, Sendable {
  case day = "DAY"
  /// What is not filled at once is cancelled.
  case immediate = "IOC"
  /// What is not filled in some minutes is cancelled.
  case timed = "TTL"
}

/// The way in which an order goes in.
package enum OrderVariety: String, CaseIterable, Sendable {
  case regular
  /// Kept by the broker for the next session.
  case afterMarket
  /// With a stop, or with a stop and a target.
  case cover, bracket
  /// In slices that follow one another.
  case iceberg
  /// For an auction of the exchange's.
  case auction
}

/// A word of a broker's, understood or not; what is not understood is kept and never guessed.
package enum Worded<Meaning: Sendable & Hashable>: Sendable, Hashable {
  case known(Meaning)
  case unknown(String)

  /// What it means, where that is known.
  package var meaning: Meaning? {
    if case .known(let meaning) = self { meaning } else { nil }
  }
}
