/// An instrument that was asked for and not answered, and why.
package struct UnfetchedToken: Sendable, Hashable {
  /// Why there is no answer.
  package enum Reason: Error, Sendable, Hashable {
    /// The broker names a reason.
    case refused(code: String, message: String)
    /// The broker does not mention it at all.
    case notMentioned
    /// The broker's answer for it can not be understood.
    case unreadable(WireFault)
  }

  /// What was asked for.
  package let key: InstrumentKey
  /// Why it is not there.
  package let reason: Reason
  /// Whether it is worth while to ask for it once more.
  package let mayRepeat: Bool
}
