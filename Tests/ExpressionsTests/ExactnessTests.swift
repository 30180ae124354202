import Expressions
import Testing
import TestSupport

/// Arithmetic against an independent evaluation with fractions of 128-bit integers.
@Suite struct ExactnessTests {
  @Test(arguments: [
    "0.1 + 0.2 == 0.3", "0.1 * 3 == 0.3", "1.1 + 2.2 == 3.3", "ask - bid <= 0.05",
    "not (ask - bid < 0.05)", "ask - bid == 0.05", "1 / 8 == 0.125", "0.3 / 3 == 0.1",
    "100 * 1.1 == 110", "9007199254740993 > 9007199254740992", "1.50 == 1.5", "1e3 == 1000",
    "-0 == 0", "0.1 in [0.10]", "123456789.01 - 123456789 == 0.01", "1 / 3 * 3 != 1.0001",
  ])
  func isNotFooledByBinaryFractions(source: String) throws {
    let record: [String: Sample] = ["ask": .number("100.35"), "bid": .number("100.30")]
    #expect(try Expression(source, types: [:]).comes(to: true, with: record))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithFractions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let left = Term(depth: 3, &random)
      let right = Bool.random(using: &random) ? Term(depth: 3, &random) : left.literal
      guard let right else { continue }
      for (sign, holds) in [
        ("==", left.value == right.value), ("!=", left.value != right.value),
        ("<", left.value < right.value), ("<=", left.value <= right.value),
        (">", right.value < left.value), (">=", right.value <= left.value),
      ] {
        let source = "\(left.text) \(sign) \(right.text)"
        let record = left.fields.merging(right.fields) { first, _ in first }
        let expression = try Expression(source, types: [:])
        #expect(try expression.comes(to: .boolean(holds), with: record), "\(source) \(record)")
      }
    }
  }
}

/// A random arithmetic expression with its true value, no operand of which needs 18 digits.
private struct Term {
  var text: String
  var value: Fraction
  var fields: [String: Sample] = [:]

  init(depth: Int, _ random: inout SplitMix64) {
    if depth > 0, let (text, value, fields) = Self.operation(depth: depth, &random) {
      (self.text, self.value, self.fields) = (text, value, fields)
      return
    }
    let digits = Int.random(in: -999...999, using: &random)
    let decimals = Int.random(in: 0...2, using: &random)
    let literal = Self.decimal(Int128(digits), decimals)
    value = Fraction(Int128(digits), Self.power(decimals))
    if Bool.random(using: &random) {
      text = "f\(digits < 0 ? "n" : "p")\(abs(digits))_\(decimals)"
      fields = [text: .number(literal)]
    } else {
      text = literal
    }
  }

  private init(text: String, value: Fraction) {
    self.text = text
    self.value = value
  }

  /// The value itself as a decimal.
  var literal: Self? {
    guard let decimals = (0...18).first(where: { Self.power($0) % value.denominator == 0 }) else {
      return nil
    }
    let digits = value.numerator * (Self.power(decimals) / value.denominator)
    return Self(text: Self.decimal(digits, decimals), value: value)
  }

  private static func operation(
    depth: Int, _ random: inout SplitMix64
  ) -> (String, Fraction, [String: Sample])? {
    let left = Term(depth: depth - 1, &random)
    let right = Term(depth: depth - 1, &random)
    let fields = left.fields.merging(right.fields) { first, _ in first }
    let sign = ["+", "-", "*", "/"].randomElement(using: &random) ?? "+"
    let value: Fraction? =
      switch sign {
      case "+": left.value + right.value
      case "-": left.value - right.value
      case "*": left.value * right.value
      default: left.value / right.value
      }
    guard let value, value.isShortDecimal else { return nil }
    return ("(\(left.text) \(sign) \(right.text))", value, fields)
  }

  private static func power(_ decimals: Int) -> Int128 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func decimal(_ digits: Int128, _ decimals: Int) -> String {
    let sign = digits < 0 ? "-" : ""
    let all = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
    let whole = padded.dropLast(decimals)
    return decimals == 0 ? sign + padded : "\(sign)\(whole).\(padded.suffix(decimals))"
  }
}

/// A fraction in lowest terms.
private struct Fraction: Comparable {
  var numerator: Int128
  var denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let common = denominator < 0 ? -Int128(divisor) : Int128(divisor)
    self.numerator = numerator / common
    self.denominator = denominator / common
  }

  /// Whether the value, written as a decimal, has at most 15 digits.
  var isShortDecimal: Bool {
    let scale: Int128 = 1_000_000_000
    return scale % denominator == 0 && numerator.magnitude < 1_000_000_000_000
      && numerator.magnitude * UInt128(scale / denominator) < 1_000_000_000_000_000
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  static func - (left: Self, right: Self) -> Self {
    left + Self(-right.numerator, right.denominator)
  }

  static func * (left: Self, right: Self) -> Self {
    Self(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  static func / (left: Self, right: Self) -> Self? {
    guard right.numerator != 0 else { return nil }
    return Self(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
