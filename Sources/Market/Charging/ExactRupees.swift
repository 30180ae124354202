import Scalars

/// An exact amount of rupees, finer than a paisa: charges are products of long rates.
public struct ExactRupees: Sendable, Hashable, Comparable {
  /// How many decimals are kept: a price of two, a rate of up to nine, and 18 % of that.
  private static let decimals = 16

  private var units: Int128

  /// No money.
  public static let zero = ExactRupees(units: 0)

  private init(units: Int128) { self.units = units }

  /// Creates an amount from money.
  public init(_ money: Money) {
    units = Int128(money.paise) * Self.power(Self.decimals - 2)
  }

  /// An amount times a rate; nil where the rate has more decimals than can be kept.
  func multiplied(by rate: ExactDecimal) -> ExactRupees? {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int128(rate.significand))
    guard !overflow, rate.exponent <= 0, rate.exponent >= -18 else { return nil }
    let (quotient, rest) = product.quotientAndRemainder(
      dividingBy: Self.power(-Int(rate.exponent)))
    return rest == 0 ? ExactRupees(units: quotient) : nil
  }

  /// The nearest amount with so many decimals, halves away from zero.
  public func rounded(decimals: Int) -> ExactRupees {
    let step = Self.power(Self.decimals - decimals)
    let half = units < 0 ? -step / 2 : step / 2
    return ExactRupees(units: (units + half) / step * step)
  }

  /// The money, rounded to the paisa.
  public var money: Money {
    Money(paise: Int64(clamping: rounded(decimals: 2).units / Self.power(Self.decimals - 2)))
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The sum.
  public static func + (left: ExactRupees, right: ExactRupees) -> ExactRupees {
    ExactRupees(units: left.units + right.units)
  }

  /// Adds to an amount.
  public static func += (left: inout ExactRupees, right: ExactRupees) { left = left + right }

  /// Whether one is less.
  public static func < (left: ExactRupees, right: ExactRupees) -> Bool { left.units < right.units }
}

extension ExactRupees: CustomStringConvertible {
  /// The amount with as many decimals as it needs.
  public var description: String {
    let (whole, rest) = units.magnitude.quotientAndRemainder(
      dividingBy: UInt128(Self.power(Self.decimals)))
    var digits = String(rest)
    digits = String(repeating: "0", count: Self.decimals - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (units < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}
