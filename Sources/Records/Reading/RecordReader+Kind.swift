/// Which kinds the names of a record's fields stand for, as places in ``RecordKind/all``.
struct InferredKinds: Sendable {
  /// The kind whose marks are all among the names.
  let sure: Int?
  /// The kind whose marks are all among the names when other names of fields count as well.
  let likely: Int?

  init(has: (_ name: String) -> Bool) {
    sure = InferredKinds.kind(has: has)
    likely = InferredKinds.kind { name in
      has(name) || Field.named(name)?.aliases.contains(where: has) ?? false
    }
  }

  private static func kind(has: (String) -> Bool) -> Int? {
    RecordKind.inferred(has: has).flatMap { kind in
      RecordKind.all.firstIndex { $0.name == kind.name }
    }
  }
}

extension RecordReader {
  /// The kinds of record by their names.
  static var kindNames: ChoiceTable {
    ChoiceTable(RecordKind.all.map { FieldType.Choice($0.name) })
  }

  /// Whether the record says itself what kind it is of.
  private var isKindNamed: Bool {
    let value = rawValue(slots.kindSlot)
    return value.kind == .text || value.kind == .cell
  }

  /// The kind of the record: the one that its field `kind` names, or the one that its fields stand
  /// for.
  var kind: KnownKind {
    mutating get {
      if isKindNamed {
        let name = unsafe text(rawValue(slots.kindSlot))
        return unsafe kindNames.word(name).map { .listed($0.index) } ?? .unlisted
      }
      return inferredKinds.sure.map { .listed($0) } ?? .none
    }
  }

  /// The kind that a record is taken for though it does not say so, with the fields that stand for it;
  /// nil where it says so itself, or where they leave a doubt.
  public var inferredKind: RecordKind? {
    mutating get {
      guard !isKindNamed, case .listed(let index) = kind else { return nil }
      return RecordKind.all[index]
    }
  }

  /// Whether a record of this kind may have a field; a record of no known kind may have any.
  public mutating func mayHave(_ field: String) -> Bool {
    if case .listed(let index) = kind { RecordKind.all[index].has(field) } else { true }
  }

  private var inferredKinds: InferredKinds {
    mutating get {
      if let headerKinds { return headerKinds }
      if let known = layout.inferredKinds { return known }
      let layout = layout
      let kinds = InferredKinds { name in
        (0..<layout.memberCount).contains { layout.plainName($0) == name }
      }
      self.layout.inferredKinds = kinds
      return kinds
    }
  }

  /// Works out what the slots read in this record, where its kind has a say in it.
  mutating func settleMembers() {
    let kind = kind
    guard layout.members.settledKind != kind else { return }
    let likely = kind == .none ? inferredKinds.likely : nil
    layout.members.settle(for: kind, likely: likely, fields: slotsOfKinds)
  }

  /// Which members of the record these fields are.
  mutating func members(of names: [String]) -> [Int] {
    let slots = FieldSlots(names.map { [$0] })
    var members: SlotMembers
    if case .table(let header) = format {
      members = slots.members(of: header)
    } else {
      members = layout.members(for: slots)
    }
    members.settle(
      for: kind, likely: inferredKinds.likely, fields: slots.table { $0.has($1) })
    // The slots end with one for the kind, where that is not among the names.
    return Array(members.current.prefix(names.count))
  }

  /// What is wrong when the record does not have a field that was asked for; nil when it need not.
  mutating func demand(_ slot: Int) -> RecordFault? {
    guard rules[slot].shape != .undeclared, case .listed(let index) = kind,
      requiredSlots[index][slot]
    else { return nil }
    let kind = RecordKind.all[index]
    return .missing(kind: kind.name, marks: isKindNamed ? [] : kind.recognisedBy)
  }
}
