/// A key of the configuration: declared once, wherever it is read, checked or explained.
public struct Key: Sendable {
  /// The name in files; the variable that sets it has `ANGELX_` before it.
  public let name: String
  /// What it may hold.
  public let shape: Shape
  /// What holds where nobody has set it, in the language of the configuration.
  public let standard: String
  /// What it does, and what happens at the edges.
  public let meaning: String
  /// Other names under which it is read.
  public let otherNames: [String]
  /// Whether it may not change during a trading day.
  public let isFrozen: Bool

  /// Declares a key.
  ///
  /// - Parameters:
  ///   - standard: its default; arithmetic over other keys is worked out with what these hold in the end.
  public init(
    _ name: String, _ shape: Shape, default standard: String = "None", _ meaning: String,
    otherNames: [String] = [], isFrozen: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.standard = standard
    self.meaning = meaning
    self.otherNames = otherNames
    self.isFrozen = isFrozen
  }

  /// Whether its value must never be shown.
  public var isSecret: Bool { shape.isSecret }
}

/// A key of the system that angelx replaces, which has no use any more.
public struct RetiredKey: Sendable {
  /// What a value asks for that is not done.
  public enum Risk: Sendable {
    /// Nothing is lost by ignoring it.
    case none
    /// `False` asks for a protection to be off, and it stays on.
    case protects
    /// The value asks for live orders.
    case trades
  }

  /// The name in files.
  public let name: String
  /// What took its place.
  public let instead: String
  /// What it is about.
  public let risk: Risk

  /// Declares a key that is no longer used.
  public init(_ name: String, _ instead: String, risk: Risk = .none) {
    self.name = name
    self.instead = instead
    self.risk = risk
  }
}

/// Keys that belong together.
public struct KeyGroup: Sendable {
  /// The heading in the manual.
  public let title: String
  /// The keys in the order of the manual.
  public let keys: [Key]
  /// The keys that once stood among them.
  public let retired: [RetiredKey]

  /// Creates a group; with `isFrozen` all of its keys may not change during a trading day.
  public init(_ title: String, isFrozen: Bool = false, _ keys: [Key], retired: [RetiredKey] = []) {
    self.title = title
    self.keys = isFrozen ? keys.map { $0.frozen } : keys
    self.retired = retired
  }
}

extension Key {
  fileprivate var frozen: Key {
    Key(name, shape, default: standard, meaning, otherNames: otherNames, isFrozen: true)
  }
}
