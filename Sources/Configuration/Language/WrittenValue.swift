public import Scalars

/// A value as it was written, with its place.
public struct WrittenValue: Sendable {
  /// What a value may be.
  public indirect enum Content: Sendable {
    case none
    case boolean(Bool)
    case number(Number)
    case text(String)
    /// A list or a tuple, which are the same thing here.
    case list([WrittenValue])
    case dictionary([Entry])
  }

  /// A member of a dictionary.
  public struct Entry: Sendable {
    /// The name before the colon.
    public let name: WrittenValue
    /// The value behind it.
    public let value: WrittenValue
  }

  /// What was written, arithmetic worked out.
  public let content: Content
  /// Where it begins.
  public let place: Place

  /// Creates a value.
  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }
}

extension WrittenValue: Equatable {
  /// Whether both say the same, wherever they stand.
  public static func == (left: Self, right: Self) -> Bool { left.content == right.content }
}

extension WrittenValue.Content: Equatable {
  /// Whether both say the same: numbers by their value, dictionaries in any order.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.none, .none): true
    case (.boolean(let first), .boolean(let second)): first == second
    case (.number(let first), .number(let second)): first == second
    case (.text(let first), .text(let second)): first == second
    case (.list(let first), .list(let second)): first == second
    case (.dictionary(let first), .dictionary(let second)):
      first.count == second.count
        && first.allSatisfy { entry in
          second.contains { $0.name == entry.name && $0.value == entry.value }
        }
    default: false
    }
  }
}

extension WrittenValue.Content {
  /// What kind of value it is, with its article.
  var phrase: String {
    switch self {
    case .none: "None"
    case .boolean(let isTrue): isTrue ? "True" : "False"
    case .number(let number): number.description
    case .text(let text): text.isEmpty ? "an empty text" : "the text \(quoted(text))"
    case .list: "a list"
    case .dictionary: "a dictionary"
    }
  }
}
