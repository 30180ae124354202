internal import Scalars

extension Number {
  /// How many decimals a rounding function can be asked for.
  static let possibleDecimals = 0...18

  /// The number as a count of decimals, or nil when it cannot be one.
  var decimalCount: Int? {
    guard isWhole, let count = Int(exactly: doubleValue), Self.possibleDecimals.contains(count)
    else { return nil }
    return count
  }
}
