public import Market
public import Scalars

/// What a configuration is judged by beside itself: the day, the market's tables, the environment.
public struct Circumstances: Sendable {
  /// What the system says of a file that a value was read from.
  public struct FileFacts: Sendable {
    /// Whether others than its owner can read it.
    public let isReadableByOthers: Bool
    /// Whether anybody can change it.
    public let isWritableByOthers: Bool
    /// Whether the group that it belongs to can change it.
    public let isWritableByGroup: Bool
    /// Whether it belongs to another account, which can do with it what it wants.
    public let isOfAnotherAccount: Bool

    /// Creates the facts of a file.
    public init(
      isReadableByOthers: Bool, isWritableByOthers: Bool, isWritableByGroup: Bool = false,
      isOfAnotherAccount: Bool = false
    ) {
      self.isReadableByOthers = isReadableByOthers
      self.isWritableByOthers = isWritableByOthers
      self.isWritableByGroup = isWritableByGroup
      self.isOfAnotherAccount = isOfAnotherAccount
    }
  }

  /// The name of the environment, such as `production`.
  public let environment: String
  /// The day in India.
  public let today: Day
  /// The market's tables.
  public let tables: MarketTables
  /// What is known of the files, by the names that places give them.
  public let files: [String: FileFacts]
  /// What is known of the paths that the configuration names.
  public let paths: [String: PathFacts]

  /// Creates circumstances.
  public init(
    environment: String, today: Day, tables: MarketTables = .builtIn,
    files: [String: FileFacts] = [:], paths: [String: PathFacts] = [:]
  ) {
    self.environment = environment
    self.today = today
    self.tables = tables
    self.files = files
    self.paths = paths
  }

  /// Whether mistakes cost money here.
  var isProduction: Bool { environment == "production" }
}
