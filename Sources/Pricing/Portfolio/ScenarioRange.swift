/// A number as it was written: digits and how many of them stand behind the point.
struct ScenarioNumber {
  /// The digits as a whole number, with the sign.
  var digits: Int64
  /// How many digits are behind the point, those of a percent among them.
  var decimals: Int
  /// Where it stands in the text.
  var place: Int

  /// A number; nil of more than nine digits before the point or six after it.
  ///
  /// Two of one unit have no more than fifteen digits with their points under each other, and a double
  /// holds these.
  init?(isBelowZero: Bool, whole: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>, place: Int) {
    let leading = whole.drop { $0 == UInt8(ascii: "0") }
    guard leading.count <= 9, fraction.count <= 6 else { return nil }
    let size = (leading + fraction).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    digits = isBelowZero ? -size : size
    decimals = fraction.count
    self.place = place
  }

  /// The digits with so many behind the point, which are not fewer.
  fileprivate func digits(decimals wanted: Int) -> Int64 {
    digits * Self.power(wanted - decimals)
  }

  fileprivate static func power(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }
}

/// The values of a range, which are computed as whole numbers so that nothing adds up.
struct ScenarioRange {
  /// Where it stands in the text.
  let place: Int
  /// How many values it has.
  let count: Int

  private let first: Int64
  private let step: Int64
  /// Ten to the digits behind the point.
  private let scale: Int64

  /// A value alone, or from, to and step.
  init(_ numbers: [ScenarioNumber]) throws(ScenarioSpecError) {
    let decimals = numbers.map(\.decimals).max() ?? 0
    let digits = numbers.map { $0.digits(decimals: decimals) }
    place = numbers[0].place
    first = digits[0]
    scale = ScenarioNumber.power(decimals)
    guard numbers.count > 1 else {
      (step, count) = (0, 1)
      return
    }
    guard numbers.count == 3 else {
      throw ScenarioSpecError(.notARange(numbers: numbers.count), at: place)
    }
    step = digits[2]
    let way = digits[1] - first
    guard step != 0 || way == 0 else {
      throw ScenarioSpecError(.stepOfZero, at: numbers[2].place)
    }
    guard way == 0 || (way > 0) == (step > 0) else {
      throw ScenarioSpecError(.stepAway, at: numbers[2].place)
    }
    count = step == 0 ? 1 : Int(way / step) + 1
  }

  /// The value at an index: the double nearest the decimal number.
  func value(_ index: Int) -> Double {
    Double(first + Int64(index) * step) / Double(scale)
  }

  /// The least of the values.
  var least: Double { min(value(0), value(count - 1)) }
}
