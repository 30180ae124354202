internal import Scalars

/// How long answers are kept, how many, and what ends them early.
package struct CacheRules: Sendable {
  /// What an answer is about.
  package enum Kind: String, CaseIterable, Sendable {
    case marketData = "market_data"
    case lastPrice = "ltp"
    case history
    case greeks
    case positions
    case cash = "cash_balance"
    case margin
    case other
  }

  /// What ends answers before their time.
  package enum Event: String, CaseIterable, Sendable {
    case positionChange = "POSITION_CHANGE"
    case priceChange = "PRICE_CHANGE"
    case orderFilled = "ORDER_FILLED"
  }

  /// Whether answers are kept at all.
  package var isOn = true
  /// How long the answers of each kind are kept, in milliseconds; 0 keeps none.
  package var lifetimes: [Kind: Int64]
  /// How many answers are kept; beyond it the least recently used goes.
  package var most: Int
  /// The kinds that an event ends.
  package var endedBy: [Event: Set<Kind>]

  /// Creates rules; those left out are the ones of the configuration's defaults.
  package init(
    lifetimes: [Kind: Int64] = [:], most: Int = 1000, endedBy: [Event: Set<Kind>]? = nil
  ) {
    self.lifetimes = Self.usualLifetimes.merging(lifetimes) { $1 }
    self.most = most
    self.endedBy = endedBy ?? Self.usualEnds
  }

  private static let usualLifetimes: [Kind: Int64] = [
    .marketData: 60_000, .lastPrice: 5_000, .history: 3_600_000, .greeks: 30_000,
    .positions: 30_000, .cash: 10_000, .margin: 10_000, .other: 300_000,
  ]

  private static let usualEnds: [Event: Set<Kind>] = [
    .positionChange: [.positions], .priceChange: [.marketData, .greeks],
    .orderFilled: [.positions, .cash, .margin],
  ]

  /// When an answer that comes in now is too old; nil where its kind is not kept.
  func end(of kind: Kind, storedAt time: Timestamp) -> Timestamp? {
    guard isOn, let lifetime = lifetimes[kind], lifetime > 0 else { return nil }
    return Timestamp(milliseconds: time.milliseconds + lifetime)
  }
}
