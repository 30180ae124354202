/// Reads the text of a variable as what its key may hold.
struct EnvironmentValue {
  /// Where the text stands.
  let place: Place
  /// What may be used in arithmetic.
  let names: (String) -> WrittenValue.Content?

  /// The value that a text stands for.
  func content(
    of text: String, as shape: Shape
  ) throws(LanguageProblem) -> WrittenValue.Content {
    switch shape {
    case .text, .choice, .timeOfDay: return .text(text)
    case .optional(let inner):
      if text == "None" { return .none }
      return try content(of: text, as: inner)
    case .boolean: return Self.boolean(text)
    case .list(let element, _) where !"[(".utf8.contains(text.utf8.first ?? 0):
      var values: [WrittenValue] = []
      for part in text.split(separator: ",") {
        let word = part.utf8.drop(while: \.isBlank)
        let end = word.lastIndex { !$0.isBlank }.map { word.index(after: $0) } ?? word.endIndex
        let value = try content(of: String(part[word.startIndex..<end]), as: element)
        values.append(WrittenValue(value, at: place))
      }
      return .list(values)
    case .number, .either, .list, .row, .record, .table: return try written(text)
    }
  }

  private static func boolean(_ text: String) -> WrittenValue.Content {
    switch text.lowercased() {
    case "true", "1", "yes", "on": .boolean(true)
    case "false", "0", "no", "off": .boolean(false)
    default: .text(text)
    }
  }

  /// A value in the language of the configuration; a word that is none of its values is a text.
  private func written(_ text: String) throws(LanguageProblem) -> WrittenValue.Content {
    if text.utf8.first?.startsWord == true, text.utf8.allSatisfy(\.continuesWord),
      !["True", "False", "true", "false", "None"].contains(text)
    {
      return .text(text)
    }
    var reader = ValueReader(SourceText(Array(text.utf8), file: ""), at: 0, names: names)
    let value = try reader.value()
    try reader.requireEndOfLine()
    return value.moved(to: place).content
  }
}

extension WrittenValue {
  /// The value with all of its parts at one place.
  fileprivate func moved(to place: Place) -> WrittenValue {
    let moved: Content =
      switch content {
      case .list(let values): .list(values.map { $0.moved(to: place) })
      case .dictionary(let entries):
        .dictionary(
          entries.map { .init(name: $0.name.moved(to: place), value: $0.value.moved(to: place)) })
      case .none, .boolean, .number, .text: content
      }
    return WrittenValue(moved, at: place)
  }
}
