/// The fields that a command asks a record for, by number.
///
/// A slot is a field name, or a path such as `checks.bias` into a nested object. Slot numbers are
/// the places in the list that the slots were made from.
public struct FieldSlots: Sendable {
  /// One field that is asked for.
  struct Slot: Sendable {
    /// The path as text, its names divided by dots.
    let path: String
    /// The name of the record's own field.
    let name: [UInt8]
    /// Other names of that field, and those that are words of every day.
    let otherNames: [[UInt8]]
    let everydayNames: [[UInt8]]
    /// The names below it, for a path.
    let below: [[UInt8]]
    /// How the field is declared; nil for the user's own fields and for paths.
    let declaration: Field?

    init(path: [String]) {
      precondition(!path.isEmpty, "a path has at least one name")
      self.path = path.joined(separator: ".")
      name = Array(path[0].utf8)
      below = path.dropFirst().map { Array($0.utf8) }
      declaration = path.count == 1 ? Field.named(path[0]) : nil
      otherNames = declaration?.otherNames.map { Array($0.utf8) } ?? []
      everydayNames = declaration?.everydayNames.map { Array($0.utf8) } ?? []
    }

    /// What its values are checked against.
    var rule: FieldRule { FieldRule(declaration?.type) }
    /// The words of a field that has only a few.
    var choices: ChoiceTable {
      if case .choice(let choices)? = declaration?.type {
        ChoiceTable(choices)
      } else {
        ChoiceTable([])
      }
    }
  }

  private(set) var slots: [Slot]
  /// The slot of `kind`, which every reader needs to know what a record must have.
  let kindSlot: Int

  /// Creates slots for these paths, in this order; a path has the names from the outside inwards.
  public init(_ paths: [[String]]) {
    var slots = paths.map(Slot.init(path:))
    if let kind = paths.firstIndex(of: ["kind"]) {
      kindSlot = kind
    } else {
      kindSlot = slots.count
      slots.append(Slot(path: ["kind"]))
    }
    self.slots = slots
  }

  /// These slots and more behind them, and the first of those.
  public func appending(_ paths: [[String]]) -> (slots: FieldSlots, first: Int) {
    var slots = self
    let first = slots.append(paths).lowerBound
    return (slots, first)
  }

  /// Asks for more fields and returns their slots.
  mutating func append(_ paths: [[String]]) -> Range<Int> {
    let first = slots.count
    slots += paths.map(Slot.init(path:))
    return first..<slots.count
  }

  /// Which columns of a table the slots read.
  func members(of header: CSVHeader) -> SlotMembers {
    var members = SlotMembers(slots)
    for (index, name) in header.names.enumerated() {
      var name = name
      name.withUTF8 { unsafe members.place($0, member: index, for: self) }
    }
    return members
  }

  /// For each kind of record, which of the slots meet a condition.
  func table(_ holds: (RecordKind, String) -> Bool) -> [[Bool]] {
    RecordKind.all.map { kind in slots.map { holds(kind, $0.path) } }
  }
}
