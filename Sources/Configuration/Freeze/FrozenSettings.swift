public import Digests

/// The settings that may not change during a trading day, in a form that is the same however they were
/// written.
public struct FrozenSettings: Sendable, Equatable {
  /// The value of each key, in the language of the configuration, in the order of the keys' names.
  public let values: [Value]

  /// What a key holds.
  public struct Value: Sendable, Equatable {
    /// The name of the key.
    public let key: String
    /// What it holds.
    public let text: String

    /// Creates a value.
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// What became of a key.
  public struct Change: Sendable, Equatable {
    /// The name of the key.
    public let key: String
    /// What it held; nil where it was not known.
    public let old: String?
    /// What it holds; nil where it is not known any more.
    public let new: String?
  }

  /// Takes the keys that belong to the freeze out of all settings.
  public init(_ settings: Settings) {
    values = settings.all.filter { $0.key.isFrozen }
      .map { Value(key: $0.key.name, text: $0.value.content.canonical) }
      .sorted { $0.key < $1.key }
  }

  init(values: [Value]) {
    self.values = values
  }

  /// The hash of all keys and values.
  public var digest: Digest {
    SHA256.digest(of: values.map { "\($0.key) = \($0.text)\n" }.joined())
  }

  /// The keys that hold something else than they did.
  public func changes(since old: FrozenSettings) -> [Change] {
    let before = Dictionary(old.values.map { ($0.key, $0.text) }) { first, _ in first }
    let now = Dictionary(values.map { ($0.key, $0.text) }) { first, _ in first }
    return Set(before.keys).union(now.keys).sorted()
      .filter { before[$0] != now[$0] }
      .map { Change(key: $0, old: before[$0], new: now[$0]) }
  }
}

extension WrittenValue.Content {
  /// The value as it would be written, the members of dictionaries in the order of their names.
  fileprivate var canonical: String {
    switch self {
    case .none, .boolean, .text: spelling
    case .number: Self.withoutZerosAtTheEnd(spelling)
    case .list(let values): "[\(values.map(\.content.canonical).joined(separator: ", "))]"
    case .dictionary(let entries):
      "{\(entries.map { "\($0.name.content.canonical): \($0.value.content.canonical)" }.sorted().joined(separator: ", "))}"
    }
  }

  /// The same number whether it was written 0.5 or 0.50.
  private static func withoutZerosAtTheEnd(_ number: String) -> String {
    guard number.contains("."), !number.contains("e"), !number.contains("E") else { return number }
    let digits = number.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
  }
}
