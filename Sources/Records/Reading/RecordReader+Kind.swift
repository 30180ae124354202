extension RecordReader {
  /// The kind of the record, as a place in ``RecordKind/all``: the one that its field `kind` names,
  /// or the one that its fields stand for; nil when that is in doubt.
  var kind: Int? {
    mutating get {
      let value = rawValue(slots.kindSlot)
      if value.kind == .text || value.kind == .cell {
        let name = unsafe text(value)
        return RecordKind.all.firstIndex { unsafe name.elementsEqual($0.name.utf8) }
      }
      return inferredKind
    }
  }

  private var inferredKind: Int? {
    mutating get {
      if case .table(let header) = format {
        return inferred { header.names.contains($0) }
      }
      if let known = layout.inferredKind { return known }
      let layout = layout
      let kind = inferred { name in
        (0..<layout.memberCount).contains { layout.plainName($0) == name }
      }
      self.layout.inferredKind = .some(kind)
      return kind
    }
  }

  private func inferred(has: (String) -> Bool) -> Int? {
    RecordKind.inferred(has: has).flatMap { kind in
      RecordKind.all.firstIndex { $0.name == kind.name }
    }
  }

  /// Whether the record must have a field that was asked for.
  mutating func isRequired(_ slot: Int) -> Bool {
    guard rules[slot].shape != .undeclared, let kind = kind else { return false }
    return requiredSlots[kind][slot]
  }
}
