/// What Kite's words mean, both ways.
enum KiteWords {
  static let varieties: [(word: String, meaning: OrderVariety)] = [
    ("regular", .regular), ("amo", .afterMarket), ("co", .cover), ("bo", .bracket),
    ("iceberg", .iceberg), ("auction", .auction),
  ]

  static let pricings: [(word: String, meaning: OrderPricing)] = [
    ("MARKET", .market), ("LIMIT", .limit), ("SL", .stopLimit), ("SL-M", .stopMarket),
  ]

  static let products: [(word: String, meaning: Product)] = [
    ("CNC", .delivery), ("NRML", .carryForward), ("MTF", .margin), ("MIS", .intraday),
    ("BO", .bracket),
  ]

  static let validities: [(word: String, meaning: OrderValidity)] = [
    ("DAY", .day), ("IOC", .immediate), ("TTL", .timed),
  ]

  /// The table of statuses: the words that both brokers have, and those of orders for the next session.
  static let statuses: [(word: String, meaning: OrderStatus)] =
    SmartAPIWords.statuses + [
      ("amo req received", .queued), ("modify amo req received", .queued),
      ("cancelled amo", .cancelled),
    ]
}
