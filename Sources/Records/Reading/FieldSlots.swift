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
    /// Other names of that field.
    let otherNames: [[UInt8]]
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
    }

    /// What its values are checked against.
    var rule: FieldRule { FieldRule(declaration?.type, isPath: !below.isEmpty) }
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

  /// Every slot without a member, as a layout begins.
  var noMembers: [Int] { Array(repeating: -1, count: slots.count) }

  /// Asks for more fields and returns their slots.
  mutating func append(_ paths: [[String]]) -> Range<Int> {
    let first = slots.count
    slots += paths.map(Slot.init(path:))
    return first..<slots.count
  }

  /// The declared field of a slot; nil for the user's own.
  public func declaration(_ slot: Int) -> Field? {
    slots[slot].declaration
  }

  /// Notes that a record's member has this name, for every slot that asks for it.
  ///
  /// A field's own name goes before its other names, whichever comes first in the record.
  func place(
    _ key: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, member: Int, in members: inout [Int]
  ) {
    if hasEscapes {
      var bytes: [UInt8] = []
      unsafe JSONEscape.decode(key, into: &bytes)
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe place(bytes, hasEscapes: false, member: member, in: &members)
      }
      return
    }
    for (index, slot) in slots.enumerated() {
      if unsafe slot.name.elementsEqual(key) {
        members[index] = member
      } else if members[index] < 0,
        slot.otherNames.contains(where: { unsafe $0.elementsEqual(key) })
      {
        members[index] = member
      }
    }
  }

  /// For each slot, which column of a table it is; -1 where the table has none.
  func members(of header: CSVHeader) -> [Int] {
    var members = noMembers
    for (index, name) in header.names.enumerated() {
      var bytes = Array(name.utf8)
      unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        unsafe place(
          UnsafeBufferPointer(bytes), hasEscapes: false, member: index, in: &members)
      }
    }
    return members
  }
}
