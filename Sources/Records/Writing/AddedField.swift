/// A field that is added to records: its name, and how its values are written.
public struct AddedField: Sendable {
  /// The name, as it stands in the table of slots.
  public let name: String
  /// With how many decimals its numbers are written; nil for as many as it takes.
  public let decimals: Int?
  /// The words that may stand in it, which need no escapes.
  public let words: [StaticString]

  /// Creates a field.
  public init(_ name: String, decimals: Int? = nil, words: [StaticString] = []) {
    self.name = name
    self.decimals = decimals
    self.words = words
  }
}

extension AddedField: ExpressibleByStringLiteral {
  /// Creates a field of a name alone.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}
