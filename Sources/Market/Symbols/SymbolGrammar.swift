/// A way in which brokers and exchanges write the symbol of a contract.
public enum SymbolGrammar: String, Sendable, Hashable, CaseIterable {
  /// `NIFTY_25JAN26_19000CE`
  case underscore
  /// `NIFTY23NOV2624500CE`: Angel One on NFO, OpenAlgo everywhere.
  case fullDate = "full_date"
  /// `NIFTY26NOV24500CE`: Kite, bhavcopy, Angel One on BFO. It names a month only.
  case kiteMonthly = "kite_monthly"
  /// `NIFTY26O0623200CE`: the same for weekly contracts.
  case kiteWeekly = "kite_weekly"
  /// `NIFTY16JUN26C24000`
  case noren
  /// `OPTIDXNIFTY16-06-2026CE24000.00`
  case nseIdentifier = "nse_identifier"
  /// `NIFTY24112824500CE`: read only where it is named, because its digits run together.
  case yymmdd

  /// The grammars that are tried where none is named.
  public static let automatic = allCases.filter { $0 != .yymmdd }
}

/// Whose symbols they are.
public enum SymbolFamily: String, Sendable, Hashable, CaseIterable {
  case kite, angel, openalgo, nse, noren, yymmdd

  /// The grammars that the family writes.
  public var grammars: [SymbolGrammar] {
    switch self {
    case .kite: [.kiteMonthly, .kiteWeekly]
    case .angel: [.fullDate, .kiteMonthly, .kiteWeekly]
    case .openalgo: [.fullDate]
    case .nse: [.nseIdentifier, .kiteMonthly, .kiteWeekly]
    case .noren: [.noren]
    case .yymmdd: [.yymmdd]
    }
  }
}
