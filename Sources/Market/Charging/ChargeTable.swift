import Scalars

/// What trading costs: taxes, fees and brokerage, by the day of the trade.
public struct ChargeTable: Sendable {
  /// What a charge is computed from.
  enum Base: Sendable, Hashable {
    case order
    case turnover
    case intrinsic
    case sum([Part])
  }

  /// What a charge on other charges is computed from.
  enum Part: Sendable, Hashable {
    /// The brokerage of whichever broker is asked about.
    case brokerage
    case item(ChargeItem)

    init?(_ word: Substring) {
      switch word {
      case "brokerage": self = .brokerage
      case "exchange": self = .item(.exchange)
      case "ipft": self = .item(.ipft)
      case "sebi_fee": self = .item(.sebiFee)
      default: return nil
      }
    }
  }

  private enum Side: String, CaseIterable { case buy, sell, both, holder }

  struct Rule: Sendable {
    /// The rate; nil where it depends on more than an order, such as a member's monthly turnover.
    let rate: ExactDecimal?
    let base: Base
    let sides: Set<TradeSide>
  }

  private struct Subject: Hashable {
    let segment: ChargeSegment
    let item: ChargeItem
  }

  private var rules = DatedRows<Subject, Rule>()

  init(_ reader: TableReader) throws(TableProblem) {
    let columns = [
      "segment", "item", "effective_from", "rate", "base", "side", "source", "confidence",
    ]
    for row in try reader.rows(.charges, columns: columns) {
      let subject = Subject(segment: try row.choice("segment"), item: try row.choice("item"))
      let rule = Rule(
        rate: try row.optionalDecimal("rate"), base: try Self.base(row),
        sides: try Self.sides(row))
      rules.add(try Dated(row, rule), for: subject)
    }
  }

  private static func base(_ row: TableRow) throws(TableProblem) -> Base {
    switch try row.text("base") {
    case "order": return .order
    case "turnover": return .turnover
    case "intrinsic": return .intrinsic
    case let words:
      var parts: [Part] = []
      for word in words.split(separator: "+") {
        guard let part = Part(word) else {
          throw row.problem(
            "base", "\"\(word)\" is no charge",
            hint: "order, turnover, intrinsic, or a sum such as brokerage+exchange")
        }
        parts.append(part)
      }
      return .sum(parts)
    }
  }

  private static func sides(_ row: TableRow) throws(TableProblem) -> Set<TradeSide> {
    switch try row.choice("side", of: Side.self) {
    case .buy: [.buy]
    case .sell: [.sell]
    case .both: [.buy, .sell]
    case .holder: [.exercise]
    }
  }

  /// The rule of a charge on a day; nil where there is none for that side.
  func rule(
    _ item: ChargeItem, _ segment: ChargeSegment, _ side: TradeSide, on day: Day
  ) throws(NotCovered) -> Rule? {
    let subject = Subject(segment: segment, item: item)
    guard let row = rules.row(for: subject, on: day) else {
      // A charge that a segment never had is no gap.
      if rules.all(for: subject).isEmpty { return nil }
      throw gap(item, segment, day)
    }
    return row.value.sides.contains(side) ? row.value : nil
  }

  func gap(_ item: ChargeItem, _ segment: ChargeSegment, _ day: Day) -> NotCovered {
    NotCovered(
      subject: "the rate of \(item.rawValue) for \(segment.rawValue)", day: day, table: .charges)
  }
}
