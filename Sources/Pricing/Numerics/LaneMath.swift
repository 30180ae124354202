/// Eight numbers that are worked on together.
///
/// Twice the width of the registers of a plain processor hides the time that each step takes. There is
/// no fused multiply-add here: where the processor has none it is a call for every number, and where it
/// has one the digits would differ.
typealias Lanes = SIMD8<Double>

/// Functions of eight numbers at once, right to about the last digit.
///
/// What none of them takes is left to the caller to keep away. Polynomials take two powers at a time, so
/// that fewer steps wait for the one before.
enum LaneMath {
  /// The square roots of numbers that are not below zero.
  ///
  /// Of magnitudes, because then the compiler knows that no root fails and takes them together; else it
  /// takes each singly and branches to a call that would say so.
  @inline(__always)
  static func squareRoot(_ x: Lanes) -> Lanes {
    var roots = Lanes.zero
    for lane in x.indices { roots[lane] = x[lane].magnitude.squareRoot() }
    return roots
  }

  /// The logarithm of a ratio of two positive numbers.
  ///
  /// The divisor is brought near the dividend by a power of two, so that their difference is exact and
  /// nothing is lost where the ratio is near one.
  @inline(__always)
  static func logarithm(_ dividend: Lanes, over divisor: Lanes) -> Lanes {
    let upper = bits(dividend)
    let lower = bits(divisor)
    // The difference of the exponents, rounded, and made positive for the shift.
    let biased = (upper &- lower &+ SIMD8(repeating: (1024 << 52) + (1 << 51))) &>> 52
    let scaled = unsafe unsafeBitCast(
      lower &+ (biased &- SIMD8(repeating: 1024)) &<< 52, to: Lanes.self)
    let exponent = number(biased) - 1024
    let s = (dividend - scaled) / (dividend + scaled)
    let z = s * s
    let w = z * z
    var p = z * 0.14643628601909797 + 0.15329500754204178
    p = p * w + (z * 0.18182956608063458 + 0.2222221019926421)
    p = p * w + (z * 0.28571428631764334 + 0.39999999999886615)
    p = p * z + 0.666666666666667
    let high = s + s
    return exponent * Self.ln2High + (high + (s * (z * p) + exponent * Self.ln2Low))
  }

  /// The exponential: zero of numbers below -708, and what it is of 709 above it.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let clamped = x.replacing(with: Lanes(repeating: 709), where: x .> 709)
    let shifted = clamped * 1.4426950408889634 + Self.roundingShift
    let power = shifted - Self.roundingShift
    let r = (clamped - power * Self.ln2High) - power * Self.ln2Low
    let z = r * r
    var p = r * 2.5100472505694996e-08 + 2.7620201591031547e-07
    p = p * z + (r * 2.7557268276905696e-06 + 2.4801521057868204e-05)
    p = p * z + (r * 0.00019841269863171557 + 0.0013888888917367081)
    p = p * z + (r * 0.008333333333330039 + 0.041666666666623824)
    p = p * z + (r * 0.16666666666666669 + 0.5000000000000001)
    let mantissa = 1 + (r + z * p)
    // The lowest digits of the shifted number are those of the power.
    let exponent = bits(shifted) &<< 52
    let raised = unsafe unsafeBitCast(bits(mantissa) &+ exponent, to: Lanes.self)
    return only(raised, where: clamped .>= Lanes(repeating: -708))
  }

  /// The tail of the normal distribution beyond `d`, not below zero, over its density there: the tail
  /// itself is this times `exp(-d²/2)`.
  ///
  /// The density divided out, nothing is lost however far the tail is.
  @inline(__always)
  static func scaledTail(_ d: Lanes) -> Lanes {
    let r = 1 / (d + 4.5)
    // It is 1 - 9r, but this way the rounding of r counts less.
    let t = (d - 4.5) * r
    let z = t * t
    var p = t * -1.9698848347113e-09 + -8.844610093292441e-09
    p = p * z + (t * 1.4710990492066094e-09 + 6.922566608165378e-08)
    p = p * z + (t * 5.478659056108288e-08 + -3.804234964303873e-07)
    p = p * z + (t * -4.943726330795925e-07 + 2.144809014222596e-06)
    p = p * z + (t * 3.187232142155815e-06 + -1.4237076699342672e-05)
    p = p * z + (t * -1.5932136429464296e-05 + 0.00011204307943691132)
    p = p * z + (t * 6.380961294197628e-06 + -0.0009177465715073964)
    p = p * z + (t * 0.001748830590885149 + 0.00422361338728668)
    p = p * z + (t * -0.03387132617869718 + 0.11138259656984884)
    p = p * z + (t * -0.25314179995092073 + 0.4464525170556857)
    p = p * z + (t * -0.6402577602526175 + 0.7632305289702032)
    return r * p
  }

  /// How far the normal distribution has come since zero, over its density at `d`, for `d` up to a half
  /// on either side.
  ///
  /// Near the money an option is the difference of two probabilities near a half. This is what they have
  /// beyond it, so the half need not be taken away again.
  @inline(__always)
  static func scaledMiddle(_ d: Lanes) -> Lanes {
    let z = d * d
    let w = z * z
    var p = z * (1.0 / 13749310575.0) + 1.0 / 654729075.0
    p = p * w + (z * (1.0 / 34459425.0) + 1.0 / 2027025.0)
    p = p * w + (z * (1.0 / 135135.0) + 1.0 / 10395.0)
    p = p * w + (z * (1.0 / 945.0) + 1.0 / 105.0)
    p = p * w + (z * (1.0 / 15.0) + 1.0 / 3.0)
    p = p * z + 1
    return d * p
  }

  /// ln 2 in two parts: multiples of the first are exact up to 2²¹.
  private static var ln2High: Double { 0.6931471803691238 }
  private static var ln2Low: Double { 1.9082149292705877e-10 }

  /// What brings the digits behind the point out of a number.
  private static var roundingShift: Double { 0x1.8p52 }

  /// Small whole numbers as doubles.
  @inline(__always)
  private static func number(_ whole: SIMD8<UInt64>) -> Lanes {
    let bits = whole | SIMD8(repeating: 0x4330_0000_0000_0000)
    return unsafe unsafeBitCast(bits, to: Lanes.self) - 0x1p52
  }
}
