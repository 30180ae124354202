import Scalars

extension FieldSlots {
  /// A column that was probably meant to be a field that is asked for, when the table lacks the field.
  ///
  /// A table says once for all what its columns are called; a letter too many there would make every
  /// value of the column null.
  public func misspelling(in header: CSVHeader) -> FormatProblem? {
    let members = members(of: header)
    let others = header.names.filter { !isKnown($0) }
    for (index, slot) in slots.enumerated() where !members.mayHave(index) && index != kindSlot {
      guard slot.declaration != nil, let column = nearest(to: slot.path, in: others) else {
        continue
      }
      return .misspeltColumn(column, wanted: slot.path)
    }
    return nil
  }

  /// Whether a column is a declared field, and so surely what it says.
  private func isKnown(_ name: String) -> Bool {
    Field.named(name) != nil || Field.all.contains { $0.aliases.contains(name) }
  }
}
