/// What the system says of a path that stands in a configuration.
public struct PathFacts: Sendable {
  /// What is there.
  public enum Kind: Sendable {
    case nothing, file, folder
  }

  /// What is there.
  public let kind: Kind
  /// Whether it may be read.
  public let isReadable: Bool
  /// Whether it may be written; of what is not there, whether it may be made.
  public let isWritable: Bool

  /// Creates the facts of a path.
  public init(_ kind: Kind, isReadable: Bool, isWritable: Bool) {
    self.kind = kind
    self.isReadable = isReadable
    self.isWritable = isWritable
  }
}
