import Records

/// Finds where the records of an input may be divided without parting a group.
///
/// It reads the records once more than the work does, but only what tells their groups.
struct GroupSeams: ~Copyable {
  private var reader: RecordReader
  private var divider: GroupDivider
  /// How many bytes of the piece have been looked at.
  private var seen = 0
  /// The slots of the exemption, as long as no record has decided on it.
  private var undecided: (field: Int, unless: Int)?
  /// Whether the records need no groups.
  private(set) var isExempt = false

  init(_ rule: GroupRule, _ format: InputFormat) {
    let (slots, firstSlot) = FieldSlots([]).appending(rule.paths)
    reader = RecordReader(format: format, slots: slots)
    divider = GroupDivider(rule, firstSlot: firstSlot)
    if rule.exemption != nil {
      let slot = firstSlot + rule.paths.count - 2
      undecided = (slot, slot + 1)
    }
  }

  /// Where the last group begins that begins in these records; nil when all are of one group, and their
  /// end when they need no groups.
  ///
  /// - Parameters:
  ///   - bytes: the piece, whose first bytes were looked at before.
  ///   - end: where its whole records end.
  ///   - isFirst: whether the piece is the first of its input.
  mutating func last(
    in bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, isFirst: Bool
  ) -> Int? {
    guard end > seen else { return nil }
    let first = seen
    unsafe reader.begin(
      UnsafeBufferPointer(rebasing: bytes[first..<end]), isFirst: isFirst && first == 0)
    var seam: Int?
    var before = first
    while true {
      let step = reader.next()
      if step == .end { break }
      if step == .record {
        decide()
        if isExempt { return end }
        if divider.beginsGroup(&reader), before > 0 { seam = before }
      }
      before = first + reader.consumed
    }
    seen = end
    return seam
  }

  /// Lets the first record decide whether groups are needed.
  private mutating func decide() {
    guard let undecided else { return }
    isExempt = reader.hasValue(undecided.field) && !reader.hasValue(undecided.unless)
    self.undecided = nil
  }

  /// The first bytes of the piece have gone.
  mutating func cut(_ count: Int) {
    seen = max(seen - count, 0)
  }
}
