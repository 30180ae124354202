internal import Scalars
internal import Transport

/// The calls of Kite, one function each; none of them is made here.
package enum KiteRequests {
  /// A call that only reads.
  static func reading(
    _ path: String, _ limit: LimitGroup = LimitGroup.Kite.other
  ) -> BrokerRequest {
    BrokerRequest(
      method: .get, path: path, body: nil, content: nil, limit: limit, mayRepeat: true,
      needsSession: true)
  }

  /// A call that only reads and says what.
  static func reading(_ path: String, _ body: JSONPart) -> BrokerRequest {
    BrokerRequest(
      method: .post, path: path, body: body.body, limit: LimitGroup.Kite.other, mayRepeat: true,
      needsSession: true)
  }
}

// MARK: The account

extension KiteRequests {
  /// The money of one of the two parts of an account.
  package enum Purse: String, CaseIterable, Sendable {
    case equity, commodity
  }

  /// Whose session it is: the cheapest call that tells whether there is one.
  package static let profile = reading("/user/profile")

  /// The money.
  package static func funds(_ purse: Purse = .equity) -> BrokerRequest {
    reading("/user/margins/\(purse.rawValue)")
  }

  /// The orders of the day.
  package static let orderBook = reading("/orders")

  /// The trades of the day.
  package static let tradeBook = reading("/trades")

  /// The positions.
  package static let positions = reading("/portfolio/positions")

  /// The shares.
  package static let holdings = reading("/portfolio/holdings")

  /// What became of an order, step by step; nil where its number has no place in a path.
  package static func order(_ id: String) -> BrokerRequest? {
    PathPart.isPlain(id) ? reading("/orders/\(id)") : nil
  }

  /// The trades of an order; nil where its number has no place in a path.
  package static func trades(ofOrder id: String) -> BrokerRequest? {
    PathPart.isPlain(id) ? reading("/orders/\(id)/trades") : nil
  }
}

// MARK: The calculators

extension KiteRequests {
  /// What would be blocked for orders, each for itself.
  ///
  /// - Precondition: Each has its symbol.
  package static func margins(_ orders: [MarginPosition]) -> BrokerRequest {
    reading("/margins/orders", .list(orders.map(part)))
  }

  /// What would be blocked for orders together.
  ///
  /// - Parameters:
  ///   - orders: the orders, each with its symbol.
  ///   - countsPositions: whether what the account holds already is taken into account.
  package static func basketMargin(
    _ orders: [MarginPosition], countsPositions: Bool
  ) -> BrokerRequest {
    reading(
      "/margins/basket?consider_positions=\(countsPositions)&mode=compact",
      .list(orders.map(part)))
  }

  private static func part(_ order: MarginPosition) -> JSONPart {
    precondition(!order.symbol.isEmpty, "an instrument is named by its symbol")
    // The price is asked for whatever it is; an order at the market has zero.
    return .object([
      "exchange": .text(order.key.segment.name), "tradingsymbol": .text(order.symbol),
      "transaction_type": .text(order.side.rawValue),
      "variety": .text(WordTable.word(for: .regular, in: KiteWords.varieties)),
      "product": .text(WordTable.word(for: order.product, in: KiteWords.products)),
      "order_type": .text(WordTable.word(for: order.pricing, in: KiteWords.pricings)),
      "quantity": .whole(order.quantity), "price": .written(order.price.description),
      "trigger_price": .whole(0),
    ])
  }

  /// What orders would cost, order by order.
  ///
  /// - Precondition: Each has its symbol.
  package static func charges(_ orders: [ChargedOrder]) -> BrokerRequest {
    let parts = orders.enumerated().map { number, order in
      precondition(!order.symbol.isEmpty, "an instrument is named by its symbol")
      return JSONPart.object([
        "order_id": .text(String(number + 1)), "exchange": .text(order.key.segment.name),
        "tradingsymbol": .text(order.symbol), "transaction_type": .text(order.side.rawValue),
        "variety": .text(WordTable.word(for: .regular, in: KiteWords.varieties)),
        "product": .text(WordTable.word(for: order.product, in: KiteWords.products)),
        "order_type": .text(WordTable.word(for: .limit, in: KiteWords.pricings)),
        "quantity": .whole(order.quantity), "average_price": .written(order.price.description),
      ])
    }
    return reading("/charges/orders", .list(parts))
  }
}
