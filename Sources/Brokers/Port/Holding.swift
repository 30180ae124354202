package import Market
package import Scalars

/// Shares in the account's depository.
package struct Holding: Sendable {
  package let segment: Worded<ExchangeSegment>
  package let token: String?
  package let symbol: String
  package let isin: String?
  /// How many there are, and how many of them are not delivered yet.
  package let quantity, undelivered: Int64
  /// How many are pledged.
  package let pledged: Int64?
  /// What they cost on average, which is no price on the grid.
  package let average: Number
  package let last, previousClose: Money?
  package let profit: Number?
}
