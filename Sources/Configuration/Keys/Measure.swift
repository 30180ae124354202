/// A number with what it counts.
public struct Measure: Sendable, Equatable {
  /// How a number is kept.
  public enum Kind: Sendable {
    /// A whole number.
    case integer
    case number
    /// Rupees, in whole paise.
    case money
    /// 2 for 2 %.
    case percent
    /// 0.02 for 2 %.
    case fraction
  }

  let kind: Kind
  let unit: String
  let bounds: Bounds

  /// A whole number of something.
  public static func integer(_ unit: String = "", _ bounds: Bounds = .any) -> Self {
    Self(kind: .integer, unit: unit, bounds: bounds)
  }

  /// A number of something.
  public static func number(_ unit: String = "", _ bounds: Bounds = .any) -> Self {
    Self(kind: .number, unit: unit, bounds: bounds)
  }

  /// Rupees.
  public static func money(_ bounds: Bounds = .any) -> Self {
    Self(kind: .money, unit: "₹", bounds: bounds)
  }

  /// A percentage of something, which `unit` says: `% of equity`.
  public static func percent(_ unit: String = "%", _ bounds: Bounds = .any) -> Self {
    Self(kind: .percent, unit: unit, bounds: bounds)
  }

  /// A part of one, which `unit` names: `of equity`.
  public static func fraction(_ unit: String = "", _ bounds: Bounds = .within(0...1)) -> Self {
    Self(kind: .fraction, unit: unit, bounds: bounds)
  }

  /// What is wanted, to follow "expected".
  var wanted: String {
    let words = bounds.words
    if words.isEmpty { return kind.phrase }
    return kind.phrase + (words.hasPrefix("at ") ? ", " : " ") + words
  }
}

extension Measure.Kind {
  /// The kind with its article.
  var phrase: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .money: "rupees"
    case .percent: "a percentage"
    case .fraction: "a fraction"
    }
  }
}
