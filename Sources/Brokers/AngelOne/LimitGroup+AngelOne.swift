extension LimitGroup {
  /// The calls that SmartAPI counts together, for each client code.
  package enum AngelOne {
    package static let login = LimitGroup("login")
    package static let refresh = LimitGroup("refresh")
    package static let profile = LimitGroup("profile")
    package static let logout = LimitGroup("logout")
    package static let funds = LimitGroup("rms")
    package static let holdings = LimitGroup("holdings")
    package static let margin = LimitGroup("margin")
    // Each book counts by itself, and all have the same limit.
    package static let orderBook = LimitGroup("order_book", setting: "books")
    package static let tradeBook = LimitGroup("trade_book", setting: "books")
    package static let positions = LimitGroup("positions", setting: "books")
    package static let orderDetails = LimitGroup("order_details")
    package static let quotes = LimitGroup("quote")
    package static let candles = LimitGroup("candles")
    // Not in the broker's list; where no limit is set for it, it counts as candles.
    package static let openInterest = LimitGroup("oi")
    package static let greeks = LimitGroup("greeks")
    package static let other = LimitGroup("other")

    /// All of them.
    package static let all = [
      login, refresh, profile, logout, funds, holdings, margin, orderBook, tradeBook, positions,
      orderDetails, quotes, candles, openInterest, greeks, other,
    ]
  }
}
