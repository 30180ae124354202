/// What came of a contest.
package struct Measurement: Sendable, Equatable {
  /// The nanoseconds of an operation of the subject.
  package let subject: Sample
  /// The nanoseconds of an operation of the yardstick.
  package let yardstick: Sample
  /// How many times as fast as the yardstick the subject is, pass by pass.
  ///
  /// Both of a pass ran on the same machine at the same moment, so this varies less than they do.
  package let ratio: Sample
  /// How many operations of the subject a pass had.
  package let operations: Int
  /// The sum of what all runs returned.
  ///
  /// It says nothing, but as long as somebody may read it, no work can be left out.
  package let results: Double

  /// Creates it from the nanoseconds of an operation in each pass.
  package init(subject: [Double], yardstick: [Double], operations: Int, results: Double) {
    precondition(subject.count == yardstick.count, "they are measured in turns")
    self.subject = Sample(subject)
    self.yardstick = Sample(yardstick)
    self.operations = operations
    self.results = results
    ratio = Sample(zip(subject, yardstick).map { $1 / $0 })
  }

  /// How many operations the subject does in a second.
  package var perSecond: Double { 1e9 / subject.median }

  /// Whether it is as fast as is required.
  package func meets(_ requirement: Requirement) -> Bool {
    ratio.median >= requirement.ratio
  }
}
