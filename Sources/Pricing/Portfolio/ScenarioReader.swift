/// Reads the text of a grid of scenarios from left to right.
struct ScenarioReader {
  /// What the numbers of an axis are counted in, as far as they say: zero is zero in both.
  enum Unit {
    case percent, plain
  }

  /// The values of an axis.
  struct Values {
    var numbers: [Double] = []
    var unit: Unit?
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The name of an axis and the equals sign after it.
  mutating func axis() throws(ScenarioSpecError) -> (axis: ScenarioAxis, place: Int) {
    skipSpaces()
    let start = place
    while let byte = peek(), Self.isLetter(byte) { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let axis = ScenarioAxis(rawValue: name) else {
      throw ScenarioSpecError(.unknownAxis(name), at: start)
    }
    guard take("=") else { throw ScenarioSpecError(.missingEquals(axis), at: place) }
    return (axis, start)
  }

  /// The values and ranges of an axis, up to a comma or the end.
  mutating func values(of axis: ScenarioAxis) throws(ScenarioSpecError) -> Values {
    var values = Values()
    repeat {
      let range = try range(of: axis, &values.unit)
      guard values.numbers.count + range.count <= ScenarioSpec.mostScenarios else {
        let count = values.numbers.count + range.count
        throw ScenarioSpecError(.tooManyScenarios(count), at: range.place)
      }
      for index in 0..<range.count { values.numbers.append(range.value(index)) }
    } while take(";")
    return values
  }

  /// Whether another axis follows; anything but that or the end is an error.
  mutating func goesOn() throws(ScenarioSpecError) -> Bool {
    if take(",") { return true }
    guard place < bytes.count else { return false }
    let rest = String(decoding: bytes[place...], as: UTF8.self)
    throw ScenarioSpecError(.unexpected(rest.prefix(1).description), at: place)
  }

  /// A value, or the three numbers of a range.
  private mutating func range(
    of axis: ScenarioAxis, _ unit: inout Unit?
  ) throws(ScenarioSpecError) -> ScenarioRange {
    var numbers: [ScenarioNumber] = []
    repeat {
      numbers.append(try number(of: axis, &unit))
    } while take(":")
    let range = try ScenarioRange(numbers)
    switch axis {
    case .days where range.least < 0:
      throw ScenarioSpecError(.daysBelowZero, at: range.place)
    case .spot where unit == .percent && range.least <= -1:
      throw ScenarioSpecError(.nothingLeft, at: range.place)
    default: return range
    }
  }

  private mutating func number(
    of axis: ScenarioAxis, _ unit: inout Unit?
  ) throws(ScenarioSpecError) -> ScenarioNumber {
    skipSpaces()
    let start = place
    let isBelowZero = peek() == UInt8(ascii: "-")
    if isBelowZero || peek() == UInt8(ascii: "+") { place += 1 }
    let whole = digits()
    let hasPoint = peek() == UInt8(ascii: ".")
    if hasPoint { place += 1 }
    let fraction = hasPoint ? digits() : []
    guard !whole.isEmpty, hasPoint == !fraction.isEmpty else {
      throw ScenarioSpecError(.missingNumber(axis), at: start)
    }
    guard
      var number = ScenarioNumber(
        isBelowZero: isBelowZero, whole: whole, fraction: fraction, place: start)
    else { throw ScenarioSpecError(.tooManyDigits, at: start) }
    let percent = place
    let isPercent = take("%")
    if isPercent, axis != .spot { throw ScenarioSpecError(.percentHere(axis), at: percent) }
    if isPercent { number.decimals += 2 }
    if isPercent || number.digits != 0 {
      let found: Unit = isPercent ? .percent : .plain
      if let unit, unit != found { throw ScenarioSpecError(.mixedUnits, at: start) }
      unit = found
    }
    return number
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let start = place
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return bytes[start..<place]
  }

  /// Takes a sign, and the spaces around it.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard peek() == UInt8(ascii: sign) else { return false }
    place += 1
    skipSpaces()
    return true
  }

  private mutating func skipSpaces() {
    while peek() == UInt8(ascii: " ") { place += 1 }
  }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || byte >= 0x80
      || byte == UInt8(ascii: "_")
  }
}
