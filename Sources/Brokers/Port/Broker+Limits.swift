/// What calls count as, by what they are for.
extension Broker {
  /// The calls for quotes.
  package var quoteLimit: LimitGroup {
    switch id {
    case .angelOne: LimitGroup.AngelOne.quotes
    case .kite: LimitGroup.Kite.quotes
    }
  }

  /// The calls for candles.
  package var historyLimit: LimitGroup {
    switch id {
    case .angelOne: LimitGroup.AngelOne.candles
    case .kite: LimitGroup.Kite.history
    }
  }

  /// The call for the list of instruments.
  package var listLimit: LimitGroup {
    switch id {
    case .angelOne: LimitGroup.AngelOne.other
    case .kite: LimitGroup.Kite.other
    }
  }
}
