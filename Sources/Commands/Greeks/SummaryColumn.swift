import Pricing

/// A field of the summary of a chain.
enum SummaryColumn: String, CaseIterable {
  case kind, underlying, expiry, forward
  case forwardSource = "forward_source"
  case years = "t_years"
  case rate, options
  case strike = "atm_strike"
  case volatility = "atm_iv"
  case straddle
  case expectedMove = "expected_move"
  case riskReversal = "risk_reversal"
  case butterfly
  case forwardVolatility = "forward_iv"
  case callOpenInterest = "call_oi"
  case putOpenInterest = "put_oi"
  case openInterestRatio = "pcr_oi"
  case callVolume = "call_volume"
  case putVolume = "put_volume"
  case volumeRatio = "pcr_volume"
  case maxPain = "max_pain"
  case findings

  /// The fields of a summary in their order, the time of the record that stands for it among them.
  static var selection: [[String]] {
    let names = allCases.map(\.rawValue)
    return (names.prefix(1) + ["ts"] + names.dropFirst()).map { [$0] }
  }

  /// The number in the column; nil where there is none.
  func number(_ summary: ExpirySummary, rate: Double, percent: Double) -> Double? {
    let chain = summary.chain
    return switch self {
    case .forward: chain.forward
    case .years: chain.years
    case .rate: rate * percent
    case .strike: chain.atTheMoneyStrike
    case .volatility: chain.atTheMoneyVolatility.map { $0 * percent }
    case .straddle: chain.straddle
    case .expectedMove: chain.oneSigmaMove
    case .riskReversal: (chain.skew?.riskReversal).map { $0 * percent }
    case .butterfly: (chain.skew?.butterfly).map { $0 * percent }
    case .forwardVolatility: summary.forwardVolatility.map { $0 * percent }
    case .callOpenInterest: chain.calls.openInterest
    case .putOpenInterest: chain.puts.openInterest
    case .openInterestRatio: chain.openInterestRatio
    case .callVolume: chain.calls.volume
    case .putVolume: chain.puts.volume
    case .volumeRatio: chain.volumeRatio
    case .maxPain: chain.maxPain
    case .kind, .underlying, .expiry, .forwardSource, .options, .findings: nil
    }
  }
}
