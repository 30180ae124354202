/// A place in a symbol, whose letters are capitals.
struct SymbolCursor {
  private(set) var rest: ArraySlice<UInt8>

  static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// A number of just so many digits.
  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// All the digits that follow, twelve at the most.
  mutating func digits() -> ArraySlice<UInt8>? {
    let digits = rest.prefix(while: Self.isDigit)
    guard (1...12).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// A month of three letters.
  mutating func month() -> Int? {
    for (index, name) in Self.months.enumerated() where take(name) { return index + 1 }
    return nil
  }

  /// A month of one character: a digit up to September, then O, N and D.
  mutating func shortMonth() -> Int? {
    guard let byte = rest.first, let month = Self.shortMonths.firstIndex(of: byte) else {
      return nil
    }
    rest = rest.dropFirst()
    return month + 1
  }

  static let shortMonths = Array("123456789OND".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
