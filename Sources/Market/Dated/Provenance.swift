/// Where a fact comes from and how sure it is.
public struct Provenance: Sendable, Hashable {
  /// The row that says so, such as `lots.csv:12`.
  public let place: String
  /// Who says so: a circular, a recorded answer, a page.
  public let source: String
  /// How sure it is.
  public let confidence: Confidence

  /// How sure a fact is.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// An exchange or a regulator says so, or several independent sources agree.
    case high
    /// One decent source says so.
    case medium
    /// The source is weak or indirect.
    case low
  }
}
