/// Why a text is no number.
public enum NumberError: Error, Hashable, CustomStringConvertible {
  /// It does not follow the grammar of numbers in JSON.
  case malformed
  /// It is beyond the largest double, or so small that the nearest double is zero.
  case outOfRange

  /// What is wrong, and what to write instead.
  public var description: String {
    switch self {
    case .malformed:
      "not a number; write digits with an optional sign, point and exponent, as -12.5 or 1e-7"
    case .outOfRange:
      "out of range; write a number between 5e-324 and 1.7e308 in magnitude, or 0"
    }
  }
}
