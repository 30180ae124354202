extension EffectiveValue {
  /// What `--explain-options` prints: each value and where it comes from.
  package static func table(_ values: [EffectiveValue], _ terminal: TerminalFacts) -> String {
    var table = TextTable(
      [TableColumn("option"), TableColumn("value"), TableColumn("from")], terminal)
    var text = ""
    for value in values {
      let isSet = value.source != .standard
      let shown = value.text ?? value.phrase.map { "(\($0))" } ?? "-"
      text += table.add([
        TableCell(value.parameter), TableCell(shown, isSet ? .bold : nil),
        TableCell(value.source.description, isSet ? nil : .dim),
      ])
    }
    return text + table.finish()
  }
}
