private import Scalars
package import Transport

/// The calls of SmartAPI, one function each; none of them is made here.
package enum SmartAPIRequests {
  private static let root = "/rest/secure/angelbroking"
  private static let open = "/rest/auth/angelbroking"

  /// A call that only reads and says nothing more.
  static func reading(_ path: String, _ limit: LimitGroup) -> BrokerRequest {
    BrokerRequest(
      method: .get, path: root + path, body: nil, limit: limit, mayRepeat: true,
      needsSession: true)
  }

  /// A call that only reads and says what.
  static func reading(_ path: String, _ body: JSONPart, _ limit: LimitGroup) -> BrokerRequest {
    BrokerRequest(
      method: .post, path: root + path, body: body.body, limit: limit, mayRepeat: true,
      needsSession: true)
  }
}

// MARK: The session

extension SmartAPIRequests {
  /// A login.
  ///
  /// It is not repeated, for a one-time code is good once.
  package static func logIn(clientCode: String, pin: Secret, code: Secret) -> BrokerRequest {
    let body = JSONPart.object([
      "clientcode": .text(clientCode), "password": .secret(pin), "totp": .secret(code),
    ])
    return BrokerRequest(
      method: .post, path: open + "/user/v1/loginByPassword", body: body.body,
      limit: LimitGroup.AngelOne.login, mayRepeat: false, needsSession: false)
  }

  /// A refresh.
  ///
  /// It is not repeated either: where it fails, a login follows.
  package static func refresh(_ session: SmartAPISession) -> BrokerRequest {
    BrokerRequest(
      method: .post, path: open + "/jwt/v1/generateTokens",
      body: JSONPart.object(["refreshToken": .secret(session.refreshToken)]).body,
      limit: LimitGroup.AngelOne.refresh, mayRepeat: false, needsSession: true)
  }

  /// Whose session it is: the cheapest call that tells whether there is one.
  package static let profile = reading(
    "/user/v1/getProfile", LimitGroup.AngelOne.profile)

  /// The end of the session.
  package static func logOut(clientCode: String) -> BrokerRequest {
    reading(
      "/user/v1/logout", .object(["clientcode": .text(clientCode)]), LimitGroup.AngelOne.logout)
  }
}

// MARK: The account

extension SmartAPIRequests {
  /// The money.
  package static let funds = reading("/user/v1/getRMS", LimitGroup.AngelOne.funds)

  /// The orders of the day.
  package static let orderBook = reading(
    "/order/v1/getOrderBook", LimitGroup.AngelOne.orderBook)

  /// The trades of the day.
  package static let tradeBook = reading(
    "/order/v1/getTradeBook", LimitGroup.AngelOne.tradeBook)

  /// The positions.
  package static let positions = reading(
    "/order/v1/getPosition", LimitGroup.AngelOne.positions)

  /// The shares.
  package static let holdings = reading(
    "/portfolio/v1/getAllHolding", LimitGroup.AngelOne.holdings)

  /// One order; nil where the identifier holds what has no place in a path.
  package static func order(uniqueID: String) -> BrokerRequest? {
    guard PathPart.isPlain(uniqueID) else { return nil }
    return reading("/order/v1/details/\(uniqueID)", LimitGroup.AngelOne.orderDetails)
  }

  /// What would be blocked for positions.
  ///
  /// - Precondition: There are at most as many as ``mostMarginPositions``.
  package static func margin(_ positions: [MarginPosition]) -> BrokerRequest {
    precondition(positions.count <= mostMarginPositions, "too many positions for one request")
    let parts = positions.map { position in
      JSONPart.object([
        "exchange": .text(position.key.segment.name), "qty": .whole(position.quantity),
        "price": .written(position.price.description),
        "productType": .text(
          WordTable.word(for: position.product, in: SmartAPIWords.products)),
        "token": .text(position.key.token), "tradeType": .text(position.side.rawValue),
        "orderType": .text(
          WordTable.word(for: position.pricing, in: SmartAPIWords.pricings)),
      ])
    }
    return reading(
      "/margin/v1/batch", .object(["positions": .list(parts)]), LimitGroup.AngelOne.margin)
  }

  /// The most positions of a request for a margin.
  package static let mostMarginPositions = 50

  /// What orders would cost.
  package static func charges(_ orders: [ChargedOrder]) -> BrokerRequest {
    let parts = orders.map { order in
      JSONPart.object([
        "product_type": .text(
          WordTable.word(for: order.product, in: SmartAPIWords.products)),
        "transaction_type": .text(order.side.rawValue),
        "quantity": .text(String(order.quantity)), "price": .text(order.price.description),
        "exchange": .text(order.key.segment.name), "symbol_name": .text(order.name),
        "token": .text(order.key.token),
      ])
    }
    return reading(
      "/brokerage/v1/estimateCharges", .object(["orders": .list(parts)]),
      LimitGroup.AngelOne.other)
  }
}
