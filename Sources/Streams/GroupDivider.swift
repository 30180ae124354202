import Records
import Scalars

/// Finds where a group of records ends and the next one begins.
struct GroupDivider {
  private let rule: GroupRule
  private let identity: Range<Int>
  private let time: Int
  private let part: Range<Int>
  private let endedBy: Range<Int>
  /// The members of the present group, by the hash of what tells them apart.
  private var members: Set<UInt64> = []
  private var count = 0
  private var bytes = 0
  private var start: Timestamp?
  /// What the fields of the part were in the record before.
  private var lastPart: UInt64 = 0

  /// How many times its most a group may have where nothing divides it.
  private static let patience = 2

  /// - Parameter firstSlot: the slot under which the rule's first field is read; the others follow.
  init(_ rule: GroupRule, firstSlot: Int) {
    self.rule = rule
    identity = firstSlot..<firstSlot + rule.identity.count
    time = identity.upperBound
    part = time + 1..<time + 1 + rule.part.count
    endedBy = part.upperBound..<part.upperBound + rule.endedBy.count
  }

  /// Forgets the present group: the next record begins another.
  mutating func reset() {
    members.removeAll(keepingCapacity: true)
    count = 0
    bytes = 0
    start = nil
  }

  /// Whether a record begins a group; it is a member of it, or of the present one.
  mutating func beginsGroup(_ reader: inout RecordReader) -> Bool {
    let isMember = endedBy.isEmpty || endedBy.contains { reader.hasValue($0) }
    let time = isMember ? time(of: &reader) : nil
    let identity = isMember ? reader.hash(of: identity) : nil
    let part = isMember ? reader.hash(of: part) : lastPart
    let begins = isEnded(for: identity, part, at: time, length: reader.length)
    if begins { reset() }
    if let identity { members.insert(identity) }
    count += 1
    bytes += reader.length
    lastPart = part
    if start == nil { start = time }
    return begins
  }

  private func isEnded(
    for identity: UInt64?, _ part: UInt64, at time: Timestamp?, length: Int
  ) -> Bool {
    if count == 0 { return true }
    if let identity, members.contains(identity) { return true }
    if count >= rule.most || bytes + length > rule.mostBytes {
      let isPatienceOver =
        count >= Self.patience * rule.most || bytes + length > Self.patience * rule.mostBytes
      if rule.part.isEmpty || part != lastPart || isPatienceOver { return true }
    }
    guard let start, let time else { return false }
    return (time.milliseconds - start.milliseconds).magnitude > rule.span
  }

  /// The time of a record; nil where it has none that can be read, which the work will complain of.
  private func time(of reader: inout RecordReader) -> Timestamp? {
    guard case .time(let time)? = try? reader.reading(time) else { return nil }
    return time
  }
}
