/// A table of the store: its SQL, and all that is ever asked of it.
protocol Table: Sendable {
  /// The name in SQL.
  static var name: String { get }
  /// The statements that make it and its indexes.
  ///
  /// They are a step of the schema, so they never change once released; what changes later is a step of
  /// its own.
  static var schema: [String] { get }
  /// Everything that is asked of it.
  static var queries: [Query] { get }
}

/// All tables of the store.
enum Tables {
  /// By the version of the store that brought them, the first one first.
  static let byVersion: [[any Table.Type]] = [first, [InstrumentListsTable.self]]

  static let all = byVersion.flatMap(\.self)

  private static let first: [any Table.Type] = [
    // The market.
    InstrumentsTable.self, QuotesTable.self, TicksTable.self, CandlesTable.self, GreeksTable.self,
    // What was done.
    RunsTable.self, SignalsTable.self, OrdersTable.self, FillsTable.self, PositionsTable.self,
    TradesTable.self,
    // Operations.
    AlertsTable.self, DeliveriesTable.self, LatenciesTable.self, SlowStatementsTable.self,
    CacheTable.self, CacheUsesTable.self, BrokerHealthTable.self, RateBudgetTable.self,
    AuditHeadsTable.self, ArchivesTable.self,
  ]
}

extension Query {
  /// Every query of the program.
  static let all: [Query] = Tables.all.flatMap { $0.queries }
}
