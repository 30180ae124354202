/// What is wrong with an answer, or with a part of it: it could not be read, which is not the same as
/// that it holds nothing.
///
/// It says nothing of what was found, for answers hold tokens.
package struct WireFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// The field is not there.
    case missing
    /// The field is there and holds nothing.
    case null
    /// The field holds something else.
    case wrong(wanted: String)
  }

  /// Where it is, as in `data.fetched[3].ltp`.
  package let field: String
  /// What is wrong there.
  package let reason: Reason

  /// Creates a fault.
  package init(field: String, reason: Reason) {
    self.field = field
    self.reason = reason
  }

  /// What is wrong and where.
  package var description: String {
    switch reason {
    case .missing: "\(field) is missing"
    case .null: "\(field) holds nothing"
    case .wrong(let wanted): "\(field) is not \(wanted)"
    }
  }
}
