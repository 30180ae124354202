import Scalars

extension Contract {
  /// The symbol of the contract in a grammar; nil where the grammar has none for it.
  ///
  /// Where Kite's grammar names a month only, the contract must be the monthly one of that month.
  public func symbol(_ grammar: SymbolGrammar, _ expiries: ExpiryRules) -> String? {
    let (day, month, year) = (Self.pair(expiry.day), expiry.month, Self.pair(expiry.year % 100))
    let name = SymbolCursor.months[month - 1]
    switch terms {
    case .future:
      switch grammar {
      case .fullDate: return "\(underlying)\(day)\(name)\(year)FUT"
      case .kiteMonthly where isMonthly(expiries): return "\(underlying)\(year)\(name)FUT"
      default: return nil
      }
    case .option(let strike, let right):
      guard strike.paise % 100 == 0 else { return nil }
      let option = "\(strike)\(right.rawValue)"
      switch grammar {
      case .underscore: return "\(underlying)_\(day)\(name)\(year)_\(option)"
      case .fullDate: return "\(underlying)\(day)\(name)\(year)\(option)"
      case .kiteMonthly: return isMonthly(expiries) ? "\(underlying)\(year)\(name)\(option)" : nil
      case .kiteWeekly:
        let short = String(decoding: [SymbolCursor.shortMonths[month - 1]], as: UTF8.self)
        return "\(underlying)\(year)\(short)\(day)\(option)"
      case .noren: return "\(underlying)\(day)\(name)\(year)\(right.letter)\(strike)"
      case .nseIdentifier:
        return "OPTIDX\(underlying)\(day)-\(Self.pair(month))-\(expiry.year)\(right.rawValue)"
          + "\(strike).00"
      case .yymmdd: return "\(underlying)\(year)\(Self.pair(month))\(day)\(option)"
      }
    }
  }

  private func isMonthly(_ expiries: ExpiryRules) -> Bool {
    let monthly = try? expiries.monthly(of: underlying, year: expiry.year, month: expiry.month)
    return monthly?.day == expiry
  }

  private static func pair(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
