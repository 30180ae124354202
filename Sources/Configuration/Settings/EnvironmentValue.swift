/// Reads the text of a variable as what its key may hold.
enum EnvironmentValue {
  /// The value that a text stands for.
  static func content(
    of text: String, as shape: Shape
  ) throws(LanguageProblem) -> WrittenValue.Content {
    switch shape {
    case .text, .choice, .timeOfDay: return .text(text)
    case .optional(let inner):
      if text == "None" { return .none }
      return try content(of: text, as: inner)
    case .boolean: return boolean(text)
    case .list(let element, _) where !"[(".utf8.contains(text.utf8.first ?? 0):
      let place = Place(file: "")
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
  private static func written(_ text: String) throws(LanguageProblem) -> WrittenValue.Content {
    if text.utf8.first?.startsWord == true, text.utf8.allSatisfy(\.continuesWord),
      !["True", "False", "true", "false", "None"].contains(text)
    {
      return .text(text)
    }
    var reader = ValueReader(SourceText(Array(text.utf8), file: ""), at: 0) { _ in nil }
    let value = try reader.value()
    try reader.requireEndOfLine()
    return value.content
  }
}
