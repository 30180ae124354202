/// A line of a contract note.
public enum ChargeItem: String, Sendable, Hashable, CaseIterable {
  case angelOneBrokerage = "brokerage_angelone"
  case zerodhaBrokerage = "brokerage_zerodha"
  /// Securities transaction tax on a sale.
  case stt
  /// Securities transaction tax on an exercised option.
  case sttExercise = "stt_exercise"
  /// The exchange's transaction charge.
  case exchange
  /// Investor protection fund.
  case ipft
  case sebiFee = "sebi_fee"
  case stampDuty = "stamp_duty"
  /// Goods and services tax.
  case gst
}

/// The contracts that are charged alike.
public enum ChargeSegment: String, Sendable, Hashable, CaseIterable {
  case nseOptions = "NSE_OPT"
  case bseOptions = "BSE_OPT"
  case nseFutures = "NSE_FUT"
}

/// What one does in a trade.
public enum TradeSide: String, Sendable, Hashable, CaseIterable {
  case buy, sell
  /// Holds an option that is exercised.
  case exercise
}

/// A broker whose tariff is known.
public enum BrokerTariff: String, Sendable, Hashable, CaseIterable {
  case angelOne = "angelone"
  case zerodha

  var item: ChargeItem { self == .angelOne ? .angelOneBrokerage : .zerodhaBrokerage }
}
