extension Shape {
  /// Which kinds of answers an event ends.
  static let invalidationRules = Shape.record([
    Member(
      "POSITION_CHANGE", kinds, default: "[]", "When a change of positions is found or booked."),
    Member(
      "PRICE_CHANGE", kinds, default: "[]", "When newer quotes of the same contracts are stored."),
    Member("ORDER_FILLED", kinds, default: "[]", "When a fill is booked."),
  ])

  /// Kinds of answers; 'portfolio_greeks' and 'pnl' are worked out each time and never kept.
  private static let kinds = Shape.list(
    of: .choice(
      .init("market_data", alsoRead: "chain"), "ltp", "history", "greeks",
      .init("positions", alsoRead: "position_data"), "cash_balance", "margin", "portfolio_greeks",
      "pnl"))
}
