package import Market
package import Scalars

/// An order as a broker's book has it.
package struct BrokerOrder: Sendable {
  /// The broker's number of it, and the one that is unique over all days.
  package let id: String
  package let uniqueID: String?
  /// The exchange's number of it.
  package let exchangeID: String?
  /// The order of which it is a leg.
  package let parentID: String?
  /// What we marked it with.
  package let tag: String?
  /// Where it trades; nil where the book does not say.
  package let segment: Worded<ExchangeSegment>
  package let token: String?
  package let symbol: String
  package let side: TradeSide
  package let pricing: Worded<OrderPricing>
  package let product: Worded<Product>
  package let validity: Worded<OrderValidity>
  /// The way that it went in.
  package let variety: Worded<OrderVariety>
  /// How many units it is for, and what became of them.
  package let quantity, filled, unfilled: Int64
  package let cancelled: Int64?
  package let disclosed: Int64?
  /// Its limit and its trigger; nil where it has none.
  package let price, trigger: Money?
  /// The average of its fills, which is no price on the grid; nil before the first.
  package let average: Number?
  package let status: Worded<OrderStatus>
  /// What the broker or the exchange say about it, such as why it was rejected.
  package let reason: String
  /// When the broker, and when the exchange, last changed it.
  package let updated, exchangeUpdated: Timestamp?
}
