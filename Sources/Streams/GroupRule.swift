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
  package var most = 1280
  package var mostBytes = 512 << 10

  /// The field with which a record needs no group, unless it has another one beside it: the first record
  /// of an input speaks for all that follow.
  package var exemption: (field: String, unless: String)?
  /// The fields of which a record must have one to end a group by being there again.
  ///
  /// Others belong to the group that they stand in. Without any every record ends one.
  package var endedBy: [String] = []
  /// The fields that stay the same over a part of a group: where a group is too large it ends where one of
  /// them changes, unless such a part is too large by itself.
  package var part: [String] = []

  package init(identity: [String], time: String, span: Int64) {
    self.identity = identity
    self.time = time
    self.span = span
  }

  /// The fields that must be read: those of the identity, the time, and the others in their order.
  var paths: [[String]] {
    let others = exemption.map { [$0.field, $0.unless] } ?? []
    return (identity + [time] + part + endedBy + others).map { [$0] }
  }
}
