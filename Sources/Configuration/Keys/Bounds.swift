import Scalars

/// Which numbers there may be.
public struct Bounds: Sendable, Equatable {
  /// An end of a range.
  struct Bound: Sendable, Equatable {
    let value: ExactDecimal
    let isIncluded: Bool
  }

  let least: Bound?
  let most: Bound?

  /// Any number.
  public static let any = Bounds(least: nil, most: nil)

  /// Numbers above one.
  public static func above(_ value: Int64) -> Self {
    Self(least: Bound(value: ExactDecimal(value), isIncluded: false), most: nil)
  }

  /// Numbers above one, up to another.
  public static func above(_ value: Int64, upTo most: Int64) -> Self {
    Self(
      least: Bound(value: ExactDecimal(value), isIncluded: false),
      most: Bound(value: ExactDecimal(most), isIncluded: true))
  }

  /// Numbers above one and below another.
  public static func above(_ value: Int64, below most: Int64) -> Self {
    Self(
      least: Bound(value: ExactDecimal(value), isIncluded: false),
      most: Bound(value: ExactDecimal(most), isIncluded: false))
  }

  /// One number and all above.
  public static func atLeast(_ value: Int64) -> Self {
    Self(least: Bound(value: ExactDecimal(value), isIncluded: true), most: nil)
  }

  /// A range with both its ends.
  public static func within(_ range: ClosedRange<Int64>) -> Self {
    Self(
      least: Bound(value: ExactDecimal(range.lowerBound), isIncluded: true),
      most: Bound(value: ExactDecimal(range.upperBound), isIncluded: true))
  }

  /// Whether a number lies within them.
  func contain(_ number: Number) -> Bool {
    if let least {
      let bound = Number.exact(least.value)
      guard least.isIncluded ? number >= bound : number > bound else { return false }
    }
    if let most {
      let bound = Number.exact(most.value)
      guard most.isIncluded ? number <= bound : number < bound else { return false }
    }
    return true
  }

  /// The bounds in words, to follow a kind of number, such as `above 0 and at most 5`; empty for any.
  var words: String {
    if let least, let most, least.isIncluded, most.isIncluded {
      return "from \(least.value) to \(most.value)"
    }
    let lower = least.map { $0.isIncluded ? "at least \($0.value)" : "above \($0.value)" }
    let upper = most.map { $0.isIncluded ? "at most \($0.value)" : "below \($0.value)" }
    return [lower, upper].compactMap(\.self).joined(separator: " and ")
  }
}
