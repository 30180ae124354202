import Pricing
import Scalars

/// An option of a made chain.
struct ChainOption: Sendable, Equatable {
  let forward: Double
  let strike: Double
  let expiry: Day
  let years: Double
  let volatility: Double
  let rate: Double
  let isCall: Bool
  /// The price in paise, a multiple of the tick; zero while it is not known.
  var paise = 0

  /// The terms as the kernels want them.
  var terms: OptionTerms {
    OptionTerms(
      underlying: forward, strike: strike, years: years, volatility: volatility, rate: rate,
      model: .forward, isCall: isCall)
  }

  /// The price in rupees.
  var rupees: Double { Double(paise) / 100 }
}
