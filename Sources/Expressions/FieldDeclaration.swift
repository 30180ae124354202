/// What is known of a field before any record is read.
public struct FieldDeclaration: Sendable, Equatable {
  /// One word that a field of few words may hold.
  public struct Word: Sendable, Equatable {
    /// The word as records hold it.
    public let text: String
    /// Other spellings, which are read as the same word and never held.
    public let otherSpellings: [String]

    /// Creates a word with its other spellings.
    public init(_ text: String, otherSpellings: [String] = []) {
      self.text = text
      self.otherSpellings = otherSpellings
    }
  }

  /// The type of its values; null is always possible as well.
  public let type: ValueType

  /// All texts that the field can hold, where they are few; empty where any value of the type may
  /// stand.
  public let words: [Word]

  /// Declares a field.
  public init(_ type: ValueType, words: [Word] = []) {
    self.type = type
    self.words = words
  }
}
