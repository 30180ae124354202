package import Records

/// Why a master is refused as a whole.
package enum MasterProblem: Error, Sendable, Equatable {
  /// It does not begin with a list.
  case notAList
  /// It is a list of nothing.
  case empty
  /// It ends in the middle, after so many rows.
  case truncated(rows: Int)
  /// A row is no JSON, or none that may be taken; the first one has the number 1.
  case malformed(row: Int, RecordProblem)
  /// A row is longer than any that the broker writes.
  case tooLong(row: Int)
  /// Between rows stands something else than a comma, after so many of them.
  case badList(rows: Int)
  /// Something follows the list.
  case textBehindEnd
}

/// What was in a master.
package struct MasterSummary: Sendable, Equatable {
  /// How many rows there were.
  package var rows = 0
  /// How many of them were left out, and why.
  package var flaws: [MasterFlaw: Int] = [:]

  /// Begins with nothing.
  package init() {}

  /// How many rows were left out.
  package var skipped: Int { flaws.values.reduce(0, +) }

  /// Whether it may take the place of one with so many rows: half of them at least.
  package func mayReplace(oneOf rows: Int) -> Bool { self.rows * 2 >= rows }
}
