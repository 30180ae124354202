package import Scalars

/// What a broker expects orders to cost, in rupees; its sums are finer than a paisa.
package struct ChargeEstimate: Sendable {
  /// A charge and the charges it consists of, by the broker's names.
  package struct Item: Sendable {
    package let name: String
    package let amount: Number
    package let items: [Item]

    /// The item of a name, at any depth.
    package func named(_ name: String) -> Item? {
      if self.name == name { return self }
      for item in items {
        if let found = item.named(name) { return found }
      }
      return nil
    }
  }

  /// All charges together.
  package let total: Number
  /// What the orders are worth.
  package let tradeValue: Number
  package let items: [Item]

  /// The item of a name, at any depth.
  package func named(_ name: String) -> Item? {
    for item in items {
      if let found = item.named(name) { return found }
    }
    return nil
  }
}

/// An order whose charges are asked for.
package struct ChargedOrder: Sendable {
  package let key: InstrumentKey
  /// The short name of the instrument.
  package let name: String
  /// Its symbol at the broker that is asked; empty where that asks for none.
  package let symbol: String
  package let side: TradeSide
  package let product: Product
  package let quantity: Int64
  package let price: Number

  /// Creates an order.
  package init(
    _ key: InstrumentKey, name: String, symbol: String = "", _ side: TradeSide,
    _ product: Product, quantity: Int64, price: Number
  ) {
    self.key = key
    self.name = name
    self.symbol = symbol
    self.side = side
    self.product = product
    self.quantity = quantity
    self.price = price
  }
}
