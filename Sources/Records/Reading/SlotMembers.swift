/// Which of the fields of a record, or of the columns of a table, each slot reads.
///
/// A field's own name always counts. Its other names count only where the kind of the record lets
/// them, so what a slot reads may change from record to record; it is worked out once for each kind
/// and only where there are such names at all.
struct SlotMembers: Sendable {
  /// For each slot, the member that it reads; -1 where there is none.
  private(set) var current: [Int]
  /// The same, but -1 also for a slot that reads a value below the member's, by a path.
  private(set) var whole: [Int]
  /// For each slot, how many of those before it read a member; and behind them, how many do at all.
  private var found: [Int]
  /// For each slot, whether it is a path.
  private let isPath: [Bool]
  /// The member that has the field's own name, one of its other names, one of its everyday names.
  private var own: [Int]
  private var other: [Int]
  private var everyday: [Int]
  /// Whether any member has another name of a field that is asked for.
  private(set) var hasOthers = false
  /// The kind that `current` is right for; nil as long as it is for none.
  private(set) var settledKind: KnownKind?

  /// Creates a table of some slots, none of which reads anything yet.
  init(_ slots: [FieldSlots.Slot] = []) {
    isPath = slots.map { !$0.below.isEmpty }
    own = Array(repeating: -1, count: slots.count)
    other = own
    everyday = own
    current = own
    whole = own
    found = Array(repeating: 0, count: slots.count + 1)
  }

  /// Whether the slot reads a member in records of some kind.
  func mayHave(_ slot: Int) -> Bool {
    own[slot] >= 0 || other[slot] >= 0 || everyday[slot] >= 0
  }

  /// How many of some slots read a member.
  @inline(__always)
  func memberCount(of slots: Range<Int>) -> Int {
    found[slots.upperBound] &- found[slots.lowerBound]
  }

  /// Notes that a member has this name, for every slot that asks for it.
  mutating func place(_ name: UnsafeBufferPointer<UInt8>, member: Int, for slots: FieldSlots) {
    for (index, slot) in slots.slots.enumerated() {
      if unsafe slot.name.elementsEqual(name) {
        own[index] = member
        read(member, by: index)
      } else if other[index] < 0, slot.otherNames.contains(where: { unsafe $0.elementsEqual(name) })
      {
        other[index] = member
        hasOthers = true
      } else if everyday[index] < 0,
        slot.everydayNames.contains(where: { unsafe $0.elementsEqual(name) })
      {
        everyday[index] = member
        hasOthers = true
      }
    }
  }

  /// Works out what the slots read in records of a kind.
  ///
  /// - Parameters:
  ///   - kind: the kind of the record.
  ///   - likely: the kind that a record without one is taken for where an everyday name is met.
  ///   - fields: for each kind, whether it has the field of a slot.
  mutating func settle(for kind: KnownKind, likely: Int?, fields: [[Bool]]) {
    settledKind = kind
    for slot in current.indices where own[slot] < 0 {
      let takesOther: Bool
      let takesEveryday: Bool
      switch kind {
      case .listed(let kind):
        takesOther = fields[kind][slot]
        takesEveryday = takesOther
      case .unlisted:
        takesOther = false
        takesEveryday = false
      case .none:
        takesOther = true
        takesEveryday = likely.map { fields[$0][slot] } ?? false
      }
      read(
        takesOther && other[slot] >= 0
          ? other[slot] : takesEveryday ? everyday[slot] : -1,
        by: slot)
    }
  }

  /// Has a slot read a member.
  private mutating func read(_ member: Int, by slot: Int) {
    let change = (member < 0 ? 0 : 1) - (current[slot] < 0 ? 0 : 1)
    if change != 0 { for place in slot + 1..<found.count { found[place] += change } }
    current[slot] = member
    whole[slot] = isPath[slot] ? -1 : member
  }
}

/// What is known of the kind of a record.
enum KnownKind: Sendable, Equatable {
  /// The kind at this place in ``RecordKind/all``, named or inferred.
  case listed(Int)
  /// A kind of the user's own.
  case unlisted
  /// None is named, and the fields stand for none.
  case none
}
