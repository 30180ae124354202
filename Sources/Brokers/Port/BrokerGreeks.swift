package import Market
package import Scalars

/// The Greeks that a broker computes, for comparison with our own and never in their place.
///
/// How they were made is not documented, and the volatility is not the one they were made with.
package struct BrokerGreeks: Sendable {
  /// What the option promises.
  package let contract: Contract
  /// The sensitivities: theta by the calendar day, vega by the point of volatility.
  package let delta, gamma, theta, vega: Number
  /// The volatility in percent.
  package let impliedVolatility: Number
  /// How much was traded, in units of the broker's choosing.
  package let volume: Number
}
