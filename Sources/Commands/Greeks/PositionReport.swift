import CommandLineKit
import Files
import Market
import Pricing
import Scalars
import Streams

/// What positions come to together: their sensitivities, or a grid of scenarios.
struct PositionReport {
  private let positions: ValuedPositions
  private let rules: ValuationRules

  init(_ positions: ValuedPositions, _ rules: ValuationRules) {
    self.positions = positions
    self.rules = rules
  }

  /// The positions of a group.
  private struct Group {
    let underlying: String?
    let expiry: Day?
    let members: [ValuedPositions.Member]
  }

  /// A record for every expiry, for every underlying, and for all.
  func net() -> MadeRecords {
    var records = MadeRecords(Self.columns(of: nil))
    for group in groups {
      let isOne = Set(group.members.map(\.underlying)).count <= 1
      let unpriced = self.unpriced(group)
      // The sum of no values is nothing, and no zero.
      let isKnown = !group.members.isEmpty || unpriced == 0
      let sums = sums(NetGreeks(group.members.map(\.position)), isOneUnderlying: isOne)
      records.add(
        [
          .text("net"), .text(positions.at.description),
          group.underlying.map { .text($0) } ?? .null,
          group.expiry.map { .text($0.description) } ?? .null,
          .number(rules.rate * ValueUnits.people.percent),
          source(of: group).map { .text($0.word.description) } ?? .null,
          .whole(Int64(group.members.count)), .whole(Int64(unpriced)),
        ] + (isKnown ? sums : sums.map { _ in .null }))
    }
    return records
  }

  /// A record for every scenario.
  func grid(_ spec: ScenarioSpec) throws(ScenarioGridError) -> MadeRecords {
    var records = MadeRecords(Self.columns(of: spec))
    let percent: Double = if case .relative = spec.spot { 100 } else { 1 }
    let isOne = Set(positions.members.map(\.underlying)).count <= 1
    for node in try ScenarioGrid(positions.members.map(\.position), spec).nodes() {
      records.add(
        [
          .text("scenario"), .number(node.spot * percent),
          .number(node.volatility), .number(node.days),
          .number(rules.rate * ValueUnits.people.percent), .number(node.profit),
        ] + sums(node.greeks, isOneUnderlying: isOne))
    }
    return records
  }

  /// Where the forwards of a group came from; nil where from several places.
  private func source(of group: Group) -> ForwardSource? {
    let sources = Set(group.members.compactMap(\.source))
    return sources.count == 1 ? sources.first : nil
  }

  /// The fields of the records: those of the grid where there is one.
  static func columns(of grid: ScenarioSpec?) -> [MadeRecords.Column] {
    guard let grid else {
      let names = [
        "kind", "ts", "underlying", "expiry", "rate", "forward_source", "positions", "unpriced",
      ]
      return names.map { .init($0) } + sumColumns
    }
    let isRelative = if case .relative = grid.spot { true } else { false }
    let shift = isRelative ? "spot_shift" : "spot_shift_rupees"
    return ["kind", shift, "iv_shift", "days", "rate", "profit"].map { .init($0) } + sumColumns
  }

  private var groups: [Group] {
    let members = positions.members
    var groups: [Group] = []
    for underlying in Set(members.map(\.underlying)).sorted() {
      let own = members.filter { $0.underlying == underlying }
      for expiry in Set(own.map(\.expiry)).sorted() {
        groups.append(
          Group(
            underlying: underlying, expiry: expiry, members: own.filter { $0.expiry == expiry }))
      }
      groups.append(Group(underlying: underlying, expiry: nil, members: own))
    }
    return groups + [Group(underlying: nil, expiry: nil, members: members)]
  }

  private func unpriced(_ group: Group) -> Int {
    positions.unpriced.count { unpriced in
      (group.underlying.map { $0 == unpriced.underlying } ?? true)
        && (group.expiry.map { $0 == unpriced.expiry } ?? true)
    }
  }

  private static let sumColumns = [
    "premium", "delta", "gamma", "theta", "vega", "rho", "delta_rupees", "gamma_rupees",
  ].map { MadeRecords.Column($0, decimals: $0 == "delta" || $0 == "gamma" ? 4 : 2) }

  /// The sums in the order of their columns; units of several underlyings are not added up.
  private func sums(_ sums: NetGreeks, isOneUnderlying: Bool) -> [MadeRecords.Value] {
    func inPeoplesUnits(_ value: Double, _ quantity: Quantity) -> MadeRecords.Value {
      .number(value * ValueUnits.people.factor(of: quantity, daysInYear: rules.daysInYear))
    }
    return [
      .number(sums.premium), isOneUnderlying ? .number(sums.delta) : .null,
      isOneUnderlying ? .number(sums.gamma) : .null, inPeoplesUnits(sums.theta, .theta),
      inPeoplesUnits(sums.vega, .vega), inPeoplesUnits(sums.rho, .rho),
      .number(sums.deltaExposure), .number(sums.gammaExposure),
    ]
  }
}
