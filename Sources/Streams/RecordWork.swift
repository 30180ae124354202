package import Records

/// What a command does with each record of a stream.
///
/// Every worker makes one of its own, so that nothing is shared while records are read.
package protocol RecordWork: ~Copyable, SendableMetatype {
  /// What the work found out over all its records.
  associatedtype Findings: Sendable

  /// The fields that the work reads, and those that it adds.
  var slots: FieldSlots { get }

  /// The fields that a table should have: a column that has nearly the name of one is refused.
  var columns: FieldSlots { get }

  /// The fields that the work adds, whose slots follow those that it reads.
  var addedFields: [AddedField] { get }

  /// The slot of the first added field.
  var firstAddedSlot: Int { get }

  /// Whether the work looks at several records before it can say what becomes of the first.
  var gathers: Bool { get }

  /// Looks at a record for the first time, when the work gathers.
  ///
  /// - Parameters:
  ///   - reader: the reader, which stands at the record.
  ///   - isGrouped: whether the records that come together are a group; otherwise one must not count for
  ///     another.
  /// - Throws: what is wrong with the record, which is then not looked at again.
  mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem)

  /// Works out what is to be said of the records that were gathered; then they come once more, in their
  /// order, to ``takes(_:adding:)``.
  mutating func evaluate()

  /// Looks at one record: what becomes of it.
  ///
  /// - Parameters:
  ///   - reader: the reader, which stands at the record.
  ///   - added: the fields to be added; set them where the record goes on.
  /// - Throws: what is wrong with the record.
  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict

  /// Why the record that was looked at last was taken or not; nil when nobody asked.
  mutating func explanation(_ reader: inout RecordReader) -> String?

  /// What the user should know of the record that was looked at last, though it is sound.
  mutating func warnings() -> [RecordWarning]

  /// What was found out so far.
  var findings: Findings { get }
}

/// What becomes of a record.
package enum Verdict: Sendable, Equatable {
  /// It passed, and goes on to the output.
  case passed
  /// It did not pass, and goes on all the same.
  case kept
  /// It ends here.
  case dropped
}

/// Something the user should know of a record that is sound.
package struct RecordWarning: Sendable, Equatable {
  /// The word for it in messages that programs read.
  package let code: String
  /// The field concerned, if one is.
  package let field: String?
  /// What there is to know.
  package let message: String
  /// What to do about it.
  package let hint: String?
  /// Whether it is true of many records, so that saying it of the first is enough.
  package let isGeneral: Bool

  package init(
    code: String, field: String? = nil, _ message: String, hint: String? = nil,
    isGeneral: Bool = false
  ) {
    self.isGeneral = isGeneral
    self.code = code
    self.field = field
    self.message = message
    self.hint = hint
  }
}

extension RecordWork where Self: ~Copyable {
  package var gathers: Bool { false }

  package mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem) {}

  package mutating func evaluate() {}

  package mutating func warnings() -> [RecordWarning] { [] }

  package var columns: FieldSlots { slots }

  package var addedFields: [AddedField] { [] }

  package var firstAddedSlot: Int { 0 }

  package mutating func explanation(_ reader: inout RecordReader) -> String? { nil }
}
