/// Which records of a stream belong together, such as those of one snapshot of a market.
///
/// It goes by what stands in the records and by nothing else, so the groups are the same however the
/// bytes come and however many workers there are.
package struct GroupRule: Sendable {
  /// The fields that tell the members of a group apart: none of them is there twice.
  package var identity: [String]
  /// The field with the time.
  package var time: String
  /// How far, in milliseconds, the time of a record may be from that of the group's first.
  package var span: Int64
  /// How many records a group has at most, and how many bytes they have together.
  package var most = 2560
  package var mostBytes = 2 << 20

  /// The field with which a record needs no group, and the one that only the records have that are asked
  /// for it: the first of those in an input speaks for all that follow.
  package var exemption: (field: String, askedOf: String)?

  package init(identity: [String], time: String, span: Int64) {
    self.identity = identity
    self.time = time
    self.span = span
  }

  /// The fields that must be read: those of the identity, the time, those of the exemption.
  var paths: [[String]] {
    let others = exemption.map { [$0.field, $0.askedOf] } ?? []
    return (identity + [time] + others).map { [$0] }
  }
}
