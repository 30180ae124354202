extension Shape {
  /// Whether what it holds must never be shown.
  public var isSecret: Bool {
    switch self {
    case .text(let rule): rule.isSecret
    case .optional(let shape): shape.isSecret
    default: false
    }
  }

  /// Whether a secret may stand in it, however deep.
  var mayHoldSecrets: Bool {
    switch self {
    case .text(let rule): rule.isSecret
    case .optional(let shape), .list(let shape, _), .table(_, let shape, _): shape.mayHoldSecrets
    case .either(let first, let second): first.mayHoldSecrets || second.mayHoldSecrets
    case .row(let members), .record(let members): members.contains { $0.shape.mayHoldSecrets }
    case .boolean, .number, .choice, .timeOfDay: false
    }
  }

  /// Whether a value of the shape has a secret in it, however deep.
  func holdsSecret(_ value: WrittenValue) -> Bool { hiding(value) != value }

  /// A value of the shape with its secrets replaced by a word that says that they are there.
  func hiding(_ value: WrittenValue) -> WrittenValue {
    if case .none = value.content { return value }
    if isSecret { return WrittenValue(.text(Self.hidden), at: value.place) }
    let content: WrittenValue.Content
    switch (self, value.content) {
    case (.optional(let shape), _): return shape.hiding(value)
    case (.either(let first, let second), _):
      return first.isLike(value) ? first.hiding(value) : second.hiding(value)
    case (.list(let shape, _), .list(let values)): content = .list(values.map(shape.hiding))
    case (.row(let members), .list(let values)) where members.count == values.count:
      content = .list(zip(members, values).map { $0.shape.hiding($1) })
    case (.table(_, let shape, _), .dictionary(let entries)):
      content = .dictionary(entries.map { .init(name: $0.name, value: shape.hiding($0.value)) })
    case (.record(let members), .dictionary(let entries)):
      content = .dictionary(
        entries.map { entry in
          let shape = members.first { $0.name == entry.name.text }?.shape
          return .init(name: entry.name, value: shape?.hiding(entry.value) ?? entry.value)
        })
    // What has not the shape may have the secret anywhere.
    default: return mayHoldSecrets ? WrittenValue(.text(Self.hidden), at: value.place) : value
    }
    return WrittenValue(content, at: value.place)
  }

  private static let hidden = "(hidden)"
}
