import Records
import Scalars

/// Finds where a group of records ends and the next one begins.
struct GroupDivider {
  private let rule: GroupRule
  private let slots: Range<Int>
  /// The members of the present group, by the hash of what tells them apart.
  private var members: Set<UInt64> = []
  private var bytes = 0
  private var start: Timestamp?

  /// - Parameter firstSlot: the slot under which the rule's first field is read; the others follow.
  init(_ rule: GroupRule, firstSlot: Int) {
    self.rule = rule
    slots = firstSlot..<firstSlot + rule.identity.count
  }

  /// Forgets the present group: the next record begins another.
  mutating func reset() {
    members.removeAll(keepingCapacity: true)
    bytes = 0
    start = nil
  }

  /// Whether a record begins a group; it is a member of it, or of the present one.
  mutating func beginsGroup(_ reader: inout RecordReader) -> Bool {
    let time = time(of: &reader)
    let identity = reader.hash(of: slots)
    let begins = isEnded(for: identity, at: time, length: reader.length)
    if begins { reset() }
    members.insert(identity)
    bytes += reader.length
    if start == nil { start = time }
    return begins
  }

  private func isEnded(for identity: UInt64, at time: Timestamp?, length: Int) -> Bool {
    if members.isEmpty { return true }
    if members.contains(identity) || members.count >= rule.most { return true }
    if bytes + length > rule.mostBytes { return true }
    guard let start, let time else { return false }
    return (time.milliseconds - start.milliseconds).magnitude > rule.span
  }

  /// The time of a record; nil where it has none that can be read, which the work will complain of.
  private func time(of reader: inout RecordReader) -> Timestamp? {
    guard case .time(let time)? = try? reader.reading(slots.upperBound) else { return nil }
    return time
  }
}
