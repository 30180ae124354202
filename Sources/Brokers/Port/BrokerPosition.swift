package import Market
package import Scalars

/// What an account holds of something, bought or sold.
package struct BrokerPosition: Sendable {
  package let segment: Worded<ExchangeSegment>
  package let token: String?
  package let symbol: String
  package let product: Worded<Product>
  /// What was held when the session began.
  package let carriedBought, carriedSold: Int64
  /// What was traded.
  package let bought, sold: Int64
  /// What is held: below zero where more was sold than bought.
  package let net: Int64
  /// Averages, which are no prices on the grid; nil where there is none.
  package let buyAverage, sellAverage, netAverage: Number?
  /// What it cost, or brought in.
  package let value: Money?
  package let last: Money?
  /// Profit and loss as the broker counts them.
  package let profit, realised, unrealised: Money?

  /// Whether its quantities agree with one another.
  ///
  /// Whether what was traded already holds what was carried is not known, so both ways count.
  package var isConsistent: Bool {
    bought - sold == net || carriedBought - carriedSold + bought - sold == net
  }
}
