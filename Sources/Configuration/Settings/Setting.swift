import Scalars

/// The value that a key has in the end, and where it comes from.
public struct Setting: Sendable {
  /// Who has set a value.
  public enum Source: Sendable, Equatable {
    /// Nobody: the default holds.
    case standard
    /// A line of a file.
    case file(Place)
    /// A variable of the environment.
    case variable(String)
  }

  /// The key.
  public let key: Key
  /// What it holds, as the key's shape reads it.
  public let value: WrittenValue
  /// Who has set it.
  public let source: Source
  /// What its arithmetic was worked out with.
  let uses: [Assignment.Use]

  /// Whether somebody has set the key.
  public var isSet: Bool { source != .standard }

  /// Where a finding about the value points; nil for a default.
  public var place: Place? { isSet ? value.place : nil }

  /// The value for people to see, of a secret only that it is there.
  public var shown: String {
    let hidden = key.shape.hiding(value)
    return key.isSecret ? hidden.text ?? hidden.spelling : hidden.spelling
  }
}

extension Setting.Source: CustomStringConvertible {
  /// Who has set it, in a word or a place.
  public var description: String {
    switch self {
    case .standard: "default"
    case .file(let place): place.description
    case .variable(let name): "$\(name)"
    }
  }
}
