package import Records

/// What a command does with each record of a stream.
///
/// Every worker makes one of its own, so that nothing is shared while records are read.
package protocol RecordWork: SendableMetatype {
  /// What the work found out over all its records.
  associatedtype Findings: Sendable

  /// The fields that the work reads, and those that it adds.
  var slots: FieldSlots { get }

  /// The names of the fields that the work adds, whose slots follow those that it reads.
  var addedNames: [String] { get }

  /// The slot of the first added field.
  var firstAddedSlot: Int { get }

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

extension RecordWork {
  package var addedNames: [String] { [] }

  package var firstAddedSlot: Int { 0 }

  package mutating func explanation(_ reader: inout RecordReader) -> String? { nil }
}
