/// The name of a field: one word, or several that lead into nested objects.
@frozen
public struct FieldPath: Hashable, Sendable {
  /// The names from the outermost object inwards; never empty.
  public let names: [String]

  /// Makes a path of `names`, of which there must be at least one.
  public init(_ names: [String]) {
    precondition(!names.isEmpty, "a field path needs a name")
    self.names = names
  }
}

extension FieldPath: CustomStringConvertible {
  /// The path as an expression writes it: `checks.bias`, with backquotes around odd names.
  public var description: String {
    names.enumerated().map { index, name in
      let isPlain = Self.isPlain(name) && (index > 0 || Token.Kind(reserved: name) == nil)
      return isPlain ? name : "`\(name)`"
    }.joined(separator: ".")
  }

  /// Whether `name` may stand in an expression without backquotes.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.startsName else { return false }
    return name.utf8.allSatisfy(\.continuesName)
  }
}

/// A field that an expression reads.
@frozen
public struct Field: Equatable, Sendable {
  /// Where the value is found in a record.
  public let path: FieldPath

  /// The declared type, or nil where it is only known record by record.
  public let type: ValueType?

  /// All texts that it can hold, where they were declared; empty otherwise.
  public let words: [FieldDeclaration.Word]

  /// The byte at which the expression first names it.
  public let offset: Int
}
