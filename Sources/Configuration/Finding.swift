/// What there is to say of a configuration: one line for a person or for a program that watches.
public struct Finding: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    case error, warning, note

    /// Whether one is worse.
    public static func < (left: Self, right: Self) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// The short name of the rule that says so, the same for all findings of one kind.
  public let rule: String
  /// The key that it is about, where there is one.
  public let key: String?
  /// Where it stands; nil for what nobody has written.
  public let place: Place?
  /// What is wrong, in one line without a final stop.
  public let message: String
  /// What to do about it.
  public let fix: String?

  /// Creates a finding.
  public init(
    _ severity: Severity, _ rule: String, key: String? = nil, at place: Place?, _ message: String,
    fix: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.key = key
    self.place = place
    self.message = message
    self.fix = fix
  }
}
