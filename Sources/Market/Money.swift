public import Scalars

/// An amount of money in whole paise.
@frozen
public struct Money: Sendable, Hashable, Comparable {
  /// The amount in paise.
  public let paise: Int64

  /// Creates an amount from paise.
  @inlinable
  public init(paise: Int64) {
    self.paise = paise
  }

  /// Creates an amount from whole rupees.
  @inlinable
  public init(rupees: Int64) {
    paise = rupees * 100
  }

  /// Creates an amount from a decimal of rupees; nil where it is finer than a paisa or too large.
  public init?(rupees: ExactDecimal) {
    guard let paise = rupees.scaled(toDecimals: 2) else { return nil }
    self.paise = paise
  }

  /// The amount nearest to a double of rupees; the largest that there is where that is larger.
  ///
  /// - Precondition: It is a number.
  @inlinable
  public init(nearestTo rupees: Double) {
    let nearest = (rupees * 100).rounded()
    // 2⁶³ is the first double beyond the whole numbers of 64 bits.
    if nearest >= 0x1p63 {
      paise = .max
    } else if nearest < -0x1p63 {
      paise = .min
    } else {
      paise = Int64(nearest)
    }
  }

  /// The amount in rupees.
  public var rupees: ExactDecimal { ExactDecimal(significand: paise, exponent: -2) }

  /// The double nearest to the amount in rupees.
  @inlinable
  public var approximateRupees: Double { Double(paise) / 100 }

  /// Whether one is less.
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.paise < right.paise }

  /// The sum.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    Money(paise: left.paise + right.paise)
  }

  /// The difference.
  @inlinable
  public static func - (left: Money, right: Money) -> Money {
    Money(paise: left.paise - right.paise)
  }
}

extension Money: CustomStringConvertible {
  /// The amount in rupees with as many decimals as it needs: none, or two.
  public var description: String {
    let (rupees, rest) = paise.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = paise < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(rupees)" }
    return "\(sign)\(rupees).\(rest < 10 ? "0" : "")\(rest)"
  }
}
