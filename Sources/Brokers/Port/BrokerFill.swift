package import Market
package import Scalars

/// A trade of an order.
package struct BrokerFill: Sendable, Hashable {
  /// The exchange's number of it, which is not unique across segments.
  package let id: String
  package let segment: Worded<ExchangeSegment>
  /// The order that was filled.
  package let orderID: String
  package let symbol: String
  package let side: TradeSide
  package let product: Worded<Product>
  package let quantity: Int64
  package let price: Money
  /// When it was.
  package let time: Timestamp
}
