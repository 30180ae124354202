/// Which values of a type a parameter takes, and how that is said.
public struct Limits<Value: ArgumentValue>: Sendable {
  /// What follows the type's own `wanted`, such as ` from 1 to 64`.
  var text: String { makeText() }
  /// Makes the text, which is asked for by help and by mistakes alone.
  private let makeText: @Sendable () -> String
  private let allows: @Sendable (Value) -> Bool

  private init(
    _ text: @autoclosure @escaping @Sendable () -> String,
    _ allows: @escaping @Sendable (Value) -> Bool
  ) {
    makeText = text
    self.allows = allows
  }

  /// Every value of the type.
  public static var any: Self { Self("") { _ in true } }

  /// The values of a rule in words, such as `that is even`.
  package static func rule(
    _ text: @autoclosure @escaping @Sendable () -> String,
    _ allows: @escaping @Sendable (Value) -> Bool
  ) -> Self {
    Self(" \(text())", allows)
  }

  func read(_ word: String) throws(BadWord) -> Value {
    guard let value = Value(argument: word), allows(value) else { throw BadWord(word: word) }
    return value
  }
}

extension Limits where Value: Comparable {
  /// From the lower to the upper bound, both included.
  package static func within(_ range: ClosedRange<Value>) -> Self {
    rule("from \(range.lowerBound.argument) to \(range.upperBound.argument)") {
      range.contains($0)
    }
  }

  /// The bound or more.
  package static func atLeast(_ bound: Value) -> Self {
    rule("of at least \(bound.argument)") { $0 >= bound }
  }

  /// More than the bound.
  package static func above(_ bound: Value) -> Self {
    rule("above \(bound.argument)") { $0 > bound }
  }
}

/// A word that its parameter does not take.
struct BadWord: Error {
  let word: String
}
