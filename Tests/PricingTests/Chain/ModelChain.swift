import Foundation
import Pricing
import TestSupport

/// A chain whose prices follow Black's formula, with markets around them.
///
/// The formula is written here a second time, with the functions of the C library.
struct ModelChain {
  var forward = 25_000.0
  var years = 7.0 / 365
  var rate = 0.06
  /// The volatility at the money, and how it rises with the square of the distance and falls with it.
  var volatility = 0.14
  var slope = -0.1
  var curvature = 0.5
  var strikes = stride(from: 24_000.0, through: 26_000, by: 100).map { $0 }
  var halfSpread = 0.5
  var tick = 0.05

  var discount: Double { exp(-rate * years) }

  /// The volatility of a strike, from that of the forward out.
  func volatility(of strike: Double) -> Double {
    let distance = (strike / forward - 1)
    return volatility * (1 + slope * distance + curvature * distance * distance)
  }

  func price(_ strike: Double, isCall: Bool) -> Double {
    let deviation = volatility(of: strike) * years.squareRoot()
    let first = log(forward / strike) / deviation + deviation / 2
    let sign = isCall ? 1.0 : -1.0
    let gained = forward * Self.normal(sign * first)
    return discount * sign * (gained - strike * Self.normal(sign * (first - deviation)))
  }

  static func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// The option with a market of whole ticks around its price, which is always at least a tick wide.
  func option(_ strike: Double, isCall: Bool) -> OptionChain.Option {
    let price = price(strike, isCall: isCall)
    var quote = OptionQuote(strike: strike, isCall: isCall)
    quote.bid = max(0, ((price - halfSpread) / tick).rounded(.down)) * tick
    quote.ask = (((price + halfSpread) / tick).rounded(.down) + 1) * tick
    return OptionChain.Option(quote, volatility: volatility(of: strike))
  }

  var options: [OptionChain.Option] {
    strikes.flatMap { [option($0, isCall: true), option($0, isCall: false)] }
  }

  var quotes: [OptionQuote] { options.map(\.quote) }

  /// A chain of any size, far and near, with a smile that allows no arbitrage.
  static func drawn(_ random: inout SplitMix64) -> ModelChain {
    var chain = ModelChain()
    chain.forward = Double.random(in: 8_000...80_000, using: &random)
    chain.years = Double.random(in: 1...180, using: &random) / 365
    chain.rate = Double.random(in: 0...0.1, using: &random)
    chain.volatility = Double.random(in: 0.08...0.5, using: &random)
    chain.slope = Double.random(in: -0.3...0.1, using: &random)
    chain.curvature = Double.random(in: 0...0.5, using: &random)
    chain.halfSpread = Double.random(in: 0.05...5, using: &random)
    let step: Double = [50, 100, 250].randomElement(using: &random) ?? 50
    let middle = (chain.forward / step).rounded() * step
    // Some strikes are missing, so that steps are unequal.
    chain.strikes = (-15...15).filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
      .map { middle + Double($0) * step }
    return chain
  }
}
