import Scalars

/// What the exchanges and the state have laid down, each fact with the days for which it holds.
///
/// Nothing of it is a constant in code: it is read from the tables that come with angelx, and from
/// those of the user, whose rows take the place of ours or stand beside them.
public struct MarketTables: Sendable {
  /// The tables, by the names of their files.
  public enum File: String, Sendable, Hashable, CaseIterable {
    case underlyings = "underlyings.csv"
    case indexNames = "index_names.csv"
    case calendarCoverage = "calendar_coverage.csv"
    case holidays = "holidays.csv"
    case specialSessions = "special_sessions.csv"
    case sessions = "sessions.csv"
    case expiryRules = "expiry_rules.csv"
    case lots = "lots.csv"
    case freezeQuantities = "freeze_quantities.csv"
    case freezeSlabs = "freeze_slabs.csv"
    case strikeSteps = "strike_steps.csv"
    case ticks = "ticks.csv"
    case charges = "charges.csv"
  }

  /// A table of the user's.
  public struct Override: Sendable {
    let file: File
    let name: String
    let bytes: [UInt8]

    /// - Parameters:
    ///   - file: which table it adds to.
    ///   - name: what problems call it, such as its path.
    ///   - bytes: its text.
    public init(_ file: File, name: String, bytes: [UInt8]) {
      self.file = file
      self.name = name
      self.bytes = bytes
    }
  }

  /// The tables with those of the user; nil for those that come with angelx alone.
  private let extended: ExtendedTables?

  /// The tables that come with angelx, each of which is read when it is first asked for.
  public static let builtIn = MarketTables(extended: nil)

  private init(extended: ExtendedTables?) {
    self.extended = extended
  }

  /// Reads the tables that come with angelx, and those of the user after them, all at once, so that what
  /// is wrong with any is known.
  public init(overrides: [Override] = []) throws(TableProblem) {
    extended = try ExtendedTables(TableReader(overrides: overrides))
  }

  /// The underlyings.
  public var underlyings: UnderlyingTable { extended?.underlyings ?? BuiltInTables.underlyings }
  /// What indices are called.
  public var indexNames: IndexNames { extended?.indexNames ?? BuiltInTables.indexNames }
  /// Which days are trading days, and when one trades.
  public var calendar: TradingCalendar { extended?.calendar ?? .builtIn }
  /// When contracts expire.
  public var expiries: ExpiryRules { extended?.expiries ?? BuiltInTables.expiries }
  /// How many units a lot has.
  public var lots: LotTable { extended?.lots ?? BuiltInTables.lots }
  /// How many units an order may have.
  public var freezes: FreezeTable { extended?.freezes ?? BuiltInTables.freezes }
  /// How far strikes and prices are apart.
  public var steps: StepTable { extended?.steps ?? BuiltInTables.steps }
  /// What trading costs.
  public var charges: ChargeTable { extended?.charges ?? BuiltInTables.charges }
}

/// The tables that come with angelx: a question at the prompt needs few of them.
private enum BuiltInTables {
  static let underlyings = TableReader.builtIn { reader throws(TableProblem) in
    try UnderlyingTable(reader)
  }
  static let indexNames = TableReader.builtIn { reader throws(TableProblem) in
    try IndexNames(reader)
  }
  static let expiries = TableReader.builtIn { reader throws(TableProblem) in
    try ExpiryRules(reader, underlyings: underlyings, calendar: .builtIn)
  }
  static let lots = TableReader.builtIn { reader throws(TableProblem) in
    try LotTable(reader, expiries: expiries)
  }
  static let freezes = TableReader.builtIn { reader throws(TableProblem) in
    try FreezeTable(reader, underlyings: underlyings)
  }
  static let steps = TableReader.builtIn { reader throws(TableProblem) in
    try StepTable(reader, underlyings: underlyings)
  }
  static let charges = TableReader.builtIn { reader throws(TableProblem) in
    try ChargeTable(reader)
  }
}

/// The tables that come with angelx with those of the user.
private final class ExtendedTables: Sendable {
  let underlyings: UnderlyingTable
  let indexNames: IndexNames
  let calendar: TradingCalendar
  let expiries: ExpiryRules
  let lots: LotTable
  let freezes: FreezeTable
  let steps: StepTable
  let charges: ChargeTable

  init(_ reader: TableReader) throws(TableProblem) {
    underlyings = try UnderlyingTable(reader)
    indexNames = try IndexNames(reader)
    calendar = try TradingCalendar(reader)
    expiries = try ExpiryRules(reader, underlyings: underlyings, calendar: calendar)
    lots = try LotTable(reader, expiries: expiries)
    freezes = try FreezeTable(reader, underlyings: underlyings)
    steps = try StepTable(reader, underlyings: underlyings)
    charges = try ChargeTable(reader)
  }
}

/// Hands out the rows of a table: ours first, then those of the user.
struct TableReader {
  let overrides: [MarketTables.Override]
  /// Whether all that is wrong with a table is to be found at once.
  let checksRows: Bool

  /// The tables that come with angelx and those of the user, each row of which is checked.
  init(overrides: [MarketTables.Override]) {
    self.init(overrides: overrides, checksRows: true)
  }

  private init(overrides: [MarketTables.Override], checksRows: Bool) {
    self.overrides = overrides
    self.checksRows = checksRows
  }

  /// Makes something of the tables that come with angelx, which are sound: the tests read them all.
  static func builtIn<Table>(_ make: (TableReader) throws(TableProblem) -> Table) -> Table {
    do throws(TableProblem) {
      return try make(TableReader(overrides: [], checksRows: false))
    } catch {
      preconditionFailure("\(error.file):\(error.line): \(error.message)")
    }
  }

  func rows(
    _ file: MarketTables.File, columns: [String]
  ) throws(TableProblem) -> [TableRow] {
    var rows = try TableText(file.builtInBytes, file: file.rawValue, columns: columns).rows
    for override in overrides where override.file == file {
      rows += try TableText(override.bytes, file: override.name, columns: columns).rows
    }
    return rows
  }
}

extension MarketTables.File {
  /// The table as it comes with angelx.
  public var builtInBytes: [UInt8] {
    switch self {
    case .underlyings: PackageResources.underlyings_csv
    case .indexNames: PackageResources.index_names_csv
    case .calendarCoverage: PackageResources.calendar_coverage_csv
    case .holidays: PackageResources.holidays_csv
    case .specialSessions: PackageResources.special_sessions_csv
    case .sessions: PackageResources.sessions_csv
    case .expiryRules: PackageResources.expiry_rules_csv
    case .lots: PackageResources.lots_csv
    case .freezeQuantities: PackageResources.freeze_quantities_csv
    case .freezeSlabs: PackageResources.freeze_slabs_csv
    case .strikeSteps: PackageResources.strike_steps_csv
    case .ticks: PackageResources.ticks_csv
    case .charges: PackageResources.charges_csv
    }
  }
}
