import Market
import Pricing
import Scalars
import Streams

/// What all workers of `greeks` share: settled once, never changed.
struct ValuationPlan: Sendable {
  /// What the values are wanted for.
  enum Purpose: Sendable {
    case rows, summary, positions
  }

  let purpose: Purpose
  let options: ValuationOptions
  let rules: ValuationRules
  /// The fields that are added, and their names.
  let columns: [ValueColumn]
  let columnNames: [String]
  let tables: MarketTables
  let symbols: SymbolReader
  let explains: Bool

  init(
    _ options: ValuationOptions, tables: MarketTables, explains: Bool, for purpose: Purpose = .rows
  ) {
    self.purpose = purpose
    self.options = options
    self.tables = tables
    self.explains = explains
    rules = options.rules
    let named = ValueColumn.columns(options)
    columns = named.map(\.column)
    columnNames = named.map(\.name)
    symbols =
      options.symbols.map { SymbolReader(tables, grammars: $0.grammars) } ?? SymbolReader(tables)
  }

  /// Counts the time to moments of expiry.
  var clock: ExpiryClock {
    ExpiryClock(tables.calendar, closing: options.closing, dayCount: options.dayCount)
  }

  /// Which rows are one snapshot of a market; nil where every row stands alone.
  var grouping: GroupRule? {
    if options.side == .own && purpose == .rows {
      switch options.forwardRule {
      case .given, .spot: return nil
      case .auto where options.forward != nil || options.model == .bsm: return nil
      default: break
      }
    }
    var rule = GroupRule(
      identity: ["kind", "underlying", "symbol", "expiry", "strike", "right"], time: "ts",
      span: 60_000)
    if options.side == .own && options.forwardRule == .auto && purpose == .rows {
      rule.exemption = (field: "forward", askedOf: "strike")
    }
    return rule
  }
}
