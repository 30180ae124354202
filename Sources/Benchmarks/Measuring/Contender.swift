/// Work that is measured.
package protocol Contender: AnyObject {
  /// How many operations a run has, such as options that are priced.
  var operations: Int { get }

  /// Does the work once.
  ///
  /// - Returns: a number that follows from the result, so that the compiler cannot leave the work out.
  func run() throws -> Double
}

/// What is measured, and the work beside it that shows how fast the machine is just now.
package struct Pair {
  package let subject: any Contender
  package let yardstick: any Contender

  package init(subject: any Contender, yardstick: any Contender) {
    self.subject = subject
    self.yardstick = yardstick
  }
}
