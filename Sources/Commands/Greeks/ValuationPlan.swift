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
  /// The fields that are added.
  let columns: [ValueColumn]
  let tables: MarketTables
  let symbols: SymbolReader
  let explains: Bool
  /// The present, for what is told no time.
  let present: Timestamp

  init(
    _ options: ValuationOptions, tables: MarketTables, explains: Bool, for purpose: Purpose = .rows,
    at present: Timestamp
  ) {
    self.present = present
    self.purpose = purpose
    self.options = options
    self.tables = tables
    self.explains = explains
    rules = options.rules
    columns = ValueColumn.columns(options)
    symbols =
      options.symbols.map { SymbolReader(tables, grammars: $0.grammars) } ?? SymbolReader(tables)
  }

  /// Counts the time to moments of expiry.
  var clock: ExpiryClock {
    ExpiryClock(tables.calendar, closing: options.closing, dayCount: options.dayCount)
  }

  /// How many units a lot of a contract has, by the tables.
  func lot(
    of underlying: String, expiring expiry: Day, on tradingDay: Day
  ) throws(NotCovered) -> Double {
    Double(try tables.lots.lot(of: underlying, expiring: expiry, on: tradingDay).units)
  }

  /// Whether no row needs another one for its forward.
  private var hasForwardOfItsOwn: Bool {
    if wantsSpot { return options.spot != nil }
    return switch options.forwardRule {
    case .given: true
    case .auto: options.forward != nil
    default: false
    }
  }

  /// Whether it is the spot price that an option needs, which may stand in the row of its index.
  private var wantsSpot: Bool {
    options.forwardRule == .spot || options.model == .bsm
  }

  /// Which rows are one snapshot of a market; nil where every row stands alone.
  var grouping: GroupRule? {
    let standsAlone = options.side == .own && purpose == .rows
    if standsAlone && hasForwardOfItsOwn { return nil }
    var rule = GroupRule(
      identity: ["kind", "underlying", "symbol", "expiry", "strike", "right"], time: "ts",
      span: 60_000)
    rule.endedBy = ["strike", "ltp", "bid"]
    // The rows of an expiry want each other more than those of another.
    rule.part = ["underlying", "expiry"]
    if purpose == .summary { (rule.most, rule.mostBytes) = (2560, 1 << 20) }
    if standsAlone && !options.wantsSnapshots {
      if wantsSpot {
        rule.exemption = (field: "spot", unless: "forward_source")
      } else if options.forwardRule == .auto {
        rule.exemption = (field: "forward", unless: "forward_source")
      }
    }
    return rule
  }
}
