package import Scalars

/// What a broker would block for positions.
///
/// These are sums of a calculator and not of an account, so they may be finer than a paisa.
package struct MarginEstimate: Sendable {
  /// The whole, in rupees.
  package let total: Number
  /// Its parts, by the broker's names, in its order.
  package let components: [(name: String, amount: Number)]

  /// The amount of a part.
  package subscript(_ name: String) -> Number? { components.first { $0.name == name }?.amount }
}

/// A position for which a margin is asked.
package struct MarginPosition: Sendable {
  package let key: InstrumentKey
  /// Its symbol at the broker that is asked; empty where that asks for none.
  package let symbol: String
  package let side: TradeSide
  package let quantity: Int64
  package let product: Product
  package let pricing: OrderPricing
  /// The price in rupees; zero asks at the market.
  package let price: Number

  /// Creates a position.
  package init(
    _ key: InstrumentKey, symbol: String = "", _ side: TradeSide, _ quantity: Int64,
    product: Product = .carryForward,
    pricing: OrderPricing = .limit, price: Number = Number(0)
  ) {
    self.key = key
    self.symbol = symbol
    self.side = side
    self.quantity = quantity
    self.product = product
    self.pricing = pricing
    self.price = price
  }
}
