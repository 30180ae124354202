extension CandleInterval {
  /// What SmartAPI calls it.
  package var smartAPIName: String {
    switch self {
    case .minute: "ONE_MINUTE"
    case .threeMinutes: "THREE_MINUTE"
    case .fiveMinutes: "FIVE_MINUTE"
    case .tenMinutes: "TEN_MINUTE"
    case .fifteenMinutes: "FIFTEEN_MINUTE"
    case .thirtyMinutes: "THIRTY_MINUTE"
    case .hour: "ONE_HOUR"
    case .day: "ONE_DAY"
    }
  }

  /// How many days one request of SmartAPI may span.
  package var smartAPIDays: Int {
    switch self {
    case .minute: 30
    case .threeMinutes: 60
    case .fiveMinutes, .tenMinutes: 100
    case .fifteenMinutes, .thirtyMinutes: 200
    case .hour: 400
    case .day: 2000
    }
  }
}
