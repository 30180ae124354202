/// The first place at which a log is not what it was when it was written.
package struct AuditFinding: Sendable, Equatable {
  /// What is wrong there.
  package enum Kind: Sendable, Equatable {
    /// The bytes of the line are others than those that were written.
    case changed
    /// The entries of these numbers are not there.
    case missing(ClosedRange<Int64>)
    /// A line that looks like an entry stands between two that follow each other.
    case inserted
    /// A line stands here that stands elsewhere too.
    case duplicated
    /// The entry that belongs here stands further behind.
    case outOfOrder
    /// The line is no entry at all.
    case foreign
    /// The line ends with a carriage return.
    case changedLineEnds
    /// The bytes are zeros, as a file system leaves them after a power cut.
    case zeros
    /// The log ends before the entry that its head record names: its end was cut off, or all of it
    /// was replaced by an older copy.
    case cutEnd(recorded: Int64)
    /// The last line is not the one that the head record names.
    case lastLineChanged
    /// The entry that the head record names is another one, and the log goes on behind it.
    case replaced
    /// The last entry is whole but for its line end, as some editors leave it.
    case lacksLineEnd
    /// The last line was never finished, as after a crash; nothing was tampered with.
    case torn(bytes: Int)
  }

  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// Where it begins, in bytes from the start of the file.
  package let offset: Int
  /// The number of the entry that belongs there.
  package let number: Int64

  package init(_ kind: Kind, line: Int, offset: Int, number: Int64) {
    self.kind = kind
    self.line = line
    self.offset = offset
    self.number = number
  }

  /// Whether a crash explains it: the next append puts it right.
  package var isTorn: Bool {
    switch kind {
    case .torn, .lacksLineEnd: true
    default: false
    }
  }

  /// Whether the log is sound again once its head record is that of its last entry.
  package var isOfHeadAlone: Bool {
    switch kind {
    case .cutEnd, .lastLineChanged, .replaced: true
    default: false
    }
  }

  /// What is wrong, in plain words.
  package var problem: String {
    switch kind {
    case .changed: "entry \(number) was changed"
    case .missing(let numbers):
      numbers.count == 1
        ? "entry \(numbers.lowerBound) is missing"
        : "entries \(numbers.lowerBound) to \(numbers.upperBound) are missing"
    case .inserted: "an entry was inserted before entry \(number)"
    case .duplicated: "a line stands here a second time, before entry \(number)"
    case .outOfOrder: "entry \(number) stands further behind, so the lines are out of order"
    case .foreign: "the line is no entry of an audit log"
    case .changedLineEnds: "the line ends of entry \(number) were changed"
    case .zeros: "the bytes from here on are zeros, as after a power cut"
    case .cutEnd(let recorded):
      "the head record knows entry \(recorded): the end was cut off, or the log is an older copy"
    case .lastLineChanged: "entry \(number) is not the one that the head record knows"
    case .replaced:
      "entry \(number) is not the one that the head record knows: the log was replaced"
    case .lacksLineEnd: "entry \(number) lacks its line end; the next entry restores it"
    case .torn(let bytes):
      "entry \(number) was never finished (\(bytes) bytes); the next entry sets it aside"
    }
  }
}

extension AuditFinding: CustomStringConvertible {
  /// The place and what is wrong there.
  package var description: String { "line \(line), byte \(offset): \(problem)" }
}
