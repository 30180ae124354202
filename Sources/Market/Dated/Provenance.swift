/// Where a fact comes from and how sure it is.
public struct Provenance: Sendable, Hashable {
  private let row: TableRow
  /// How sure it is.
  public let confidence: Confidence

  init(row: TableRow, confidence: Confidence) {
    self.row = row
    self.confidence = confidence
  }

  /// The row that says so, such as `lots.csv:12`.
  public var place: String { "\(row.table.file):\(row.line)" }

  /// Who says so: a circular, a recorded answer, a page.
  public var source: String { row.optionalText("source") ?? "" }

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

extension Provenance {
  /// Whether both say the same of themselves.
  public static func == (left: Self, right: Self) -> Bool {
    left.confidence == right.confidence && left.place == right.place
      && left.source == right.source
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(confidence)
    hasher.combine(place)
    hasher.combine(source)
  }
}
