/// A number of 106 bits, the sum of two doubles.
///
/// For what is right to the last digit only where twice as many are kept; it is slow.
struct DoubleDouble {
  /// The number rounded to a double.
  private(set) var high: Double
  private var low: Double

  init(_ number: Double) {
    (high, low) = (number, 0)
  }

  /// The sum of two numbers, the first of them the larger one.
  private init(larger: Double, _ smaller: Double) {
    high = larger + smaller
    low = smaller - (high - larger)
  }

  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let sum = left.high + right.high
    let shadow = sum - left.high
    let error = (left.high - (sum - shadow)) + (right.high - shadow)
    return DoubleDouble(larger: sum, error + (left.low + right.low))
  }

  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    left + -right
  }

  static prefix func - (number: DoubleDouble) -> DoubleDouble {
    var result = number
    (result.high, result.low) = (-number.high, -number.low)
    return result
  }

  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let product = left.high * right.high
    let (leftTop, leftRest) = halves(left.high)
    let (rightTop, rightRest) = halves(right.high)
    let crossed = (leftTop * rightTop - product) + leftTop * rightRest + leftRest * rightTop
    let error = crossed + leftRest * rightRest
    return DoubleDouble(larger: product, error + (left.high * right.low + left.low * right.high))
  }

  /// The exponential of a number up to 700 on either side.
  static func exponential(_ number: DoubleDouble) -> DoubleDouble {
    // Rounded by the digits that there is no room for.
    let power = (number.high / ln2.high + 0x1.8p52) - 0x1.8p52
    let rest = (number - DoubleDouble(power) * ln2) * DoubleDouble(0x1p-9)
    // The series of e^rest - 1, which a small exponent keeps short.
    var sum = DoubleDouble(1)
    for inverse in inverses.reversed() { sum = rest * inverse * sum + DoubleDouble(1) }
    var result = rest * sum
    // Squared nine times; less one, so that the digits of a small exponent are kept.
    for _ in 0..<9 { result = result * result + result + result }
    return (result + DoubleDouble(1)).scaled(by: Int(power))
  }

  private func scaled(by power: Int) -> DoubleDouble {
    var result = self
    let factor = Double(sign: .plus, exponent: power, significand: 1)
    (result.high, result.low) = (high * factor, low * factor)
    return result
  }

  /// A double in two parts of 26 bits.
  private static func halves(_ number: Double) -> (top: Double, rest: Double) {
    let shifted = number * 0x1.0000002p27
    let top = shifted - (shifted - number)
    return (top, number - top)
  }

  private static let ln2 = DoubleDouble(larger: 0.6931471805599453, 2.3190468138462996e-17)

  /// One half, a third, and so on.
  private static let inverses = (2...9).map { divisor in
    let first = 1 / Double(divisor)
    let rest = DoubleDouble(1) - DoubleDouble(first) * DoubleDouble(Double(divisor))
    return DoubleDouble(larger: first, rest.high / Double(divisor))
  }
}
