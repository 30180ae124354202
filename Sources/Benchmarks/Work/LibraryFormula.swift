#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Black's formula of 1976 for one option, with the functions of the C library.
///
/// It is what a careful programmer writes who has no other tools, and the yardstick beside which the
/// kernels are measured.
struct LibraryFormula {
  var price: Double
  var delta: Double
  var gamma: Double
  var theta: Double
  var vega: Double
  var rho: Double
  var vanna: Double
  var vomma: Double
  var charm: Double

  /// The price and the sensitivities of an option, in the units of ``Quantity``.
  @inline(__always)
  init(_ option: ChainOption) {
    let parts = Parts(option)
    let (forward, years, volatility) = (option.forward, option.years, option.volatility)
    let density = parts.discount * exp(-0.5 * parts.near * parts.near) * 0.3989422804014327
    let perDeviation = 1 / (forward * parts.deviation)
    price = parts.price(option)
    delta = parts.sign * parts.discount * parts.nearShare
    gamma = density * perDeviation
    vega = forward * density * parts.root
    theta = option.rate * price - 0.5 * vega * volatility / years
    rho = -years * price
    vanna = -density * parts.far / volatility
    vomma = vega * parts.near * parts.far / volatility
    charm = option.rate * delta + 0.5 * density * parts.far / years
  }

  /// The price alone.
  @inline(__always)
  static func price(_ option: ChainOption) -> Double { Parts(option).price(option) }

  /// The sum of all nine, in pairs so that no addition waits for eight others.
  @inline(__always)
  var sum: Double {
    ((price + delta) + (gamma + theta)) + ((vega + rho) + (vanna + vomma)) + charm
  }
}

/// What the price and the sensitivities have in common.
private struct Parts {
  let discount: Double
  let root: Double
  /// The volatility up to the expiry.
  let deviation: Double
  /// The arguments d1 and d2 of the formula.
  let near: Double
  let far: Double
  /// 1 for a call, -1 for a put.
  let sign: Double
  /// The normal distribution at both, for a put at their negatives.
  let nearShare: Double
  let farShare: Double

  @inline(__always)
  init(_ option: ChainOption) {
    discount = exp(-option.rate * option.years)
    root = option.years.squareRoot()
    deviation = option.volatility * root
    near = log(option.forward / option.strike) / deviation + 0.5 * deviation
    far = near - deviation
    sign = option.isCall ? 1 : -1
    nearShare = 0.5 * erfc(-sign * near * 0.7071067811865476)
    farShare = 0.5 * erfc(-sign * far * 0.7071067811865476)
  }

  @inline(__always)
  func price(_ option: ChainOption) -> Double {
    sign * discount * (option.forward * nearShare - option.strike * farShare)
  }
}
