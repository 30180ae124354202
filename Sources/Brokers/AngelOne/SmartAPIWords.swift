/// What SmartAPI's words mean, both ways.
enum SmartAPIWords {
  static let pricings: [(word: String, meaning: OrderPricing)] = [
    ("MARKET", .market), ("LIMIT", .limit), ("STOPLOSS_LIMIT", .stopLimit),
    ("STOPLOSS_MARKET", .stopMarket),
  ]

  static let products: [(word: String, meaning: Product)] = [
    ("DELIVERY", .delivery), ("CARRYFORWARD", .carryForward), ("MARGIN", .margin),
    ("INTRADAY", .intraday), ("BO", .bracket),
  ]

  static let varieties: [(word: String, meaning: OrderVariety)] = [
    ("NORMAL", .regular), ("STOPLOSS", .regular), ("AMO", .afterMarket), ("ROBO", .bracket),
  ]

  static let validities: [(word: String, meaning: OrderValidity)] = [
    ("DAY", .day), ("IOC", .immediate),
  ]

  /// The table of statuses.
  ///
  /// A word that is not in it is reported and never taken for another.
  static let statuses: [(word: String, meaning: OrderStatus)] = [
    ("put order req received", .sent),
    ("validation pending", .sent),
    ("open pending", .sent),
    ("open", .working),
    ("trigger pending", .waitingForTrigger),
    ("modify pending", .changing),
    ("modify validation pending", .changing),
    ("modified", .changing),
    ("not modified", .changing),
    ("cancel pending", .changing),
    ("after market order req received", .queued),
    ("modify after market order req received", .queued),
    ("complete", .filled),
    ("cancelled", .cancelled),
    ("cancelled after market order", .cancelled),
    ("rejected", .rejected),
  ]
}
