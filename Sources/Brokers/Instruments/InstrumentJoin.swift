internal import Market

/// Finds what one broker lists in the list of another.
///
/// Both pass on the number that the exchange gave, and a number alone is not trusted: what it stands
/// for must promise the same at both.
package enum InstrumentJoin {
  /// What another broker lists for an instrument.
  package enum Counterpart: Sendable, Equatable {
    /// The same contract, or the same index.
    case confirmed(ListedInstrument)
    /// The number stands for something else there, or the contract has another number.
    case contradicted(by: ListedInstrument)
    /// Neither the number nor the contract is there.
    case missing
  }

  /// How two lists agree about the contracts of a segment.
  package struct Report: Sendable {
    /// How many contracts are the same in both.
    package fileprivate(set) var confirmed = 0
    /// How many of the first list the second one does not have.
    package fileprivate(set) var missing = 0
    /// How many are contradicted.
    package fileprivate(set) var contradictions = 0
    /// The first of those.
    package fileprivate(set) var examples: [(one: ListedInstrument, other: ListedInstrument)] = []
  }

  /// The most contradictions that a report shows.
  package static let mostExamples = 20

  /// What another list has for an instrument of a list.
  package static func counterpart(
    of one: ListedInstrument, in other: InstrumentIndex
  ) -> Counterpart {
    if one.kind == .index { return index(one, in: other) }
    guard let contract = one.contract else { return .missing }
    if let found = other[one.key] {
      return found.contract == contract ? .confirmed(found) : .contradicted(by: found)
    }
    return other.listing(contract, in: one.key.segment).map { .contradicted(by: $0) } ?? .missing
  }

  /// Indices have numbers of the brokers' own, so they are found by their symbols, which differ in the
  /// case of their letters alone.
  private static func index(
    _ one: ListedInstrument, in other: InstrumentIndex
  ) -> Counterpart {
    let name = one.symbol.uppercased()
    let rows = other.table.rows.indices.filter {
      other.table.rows[$0].kind == .index && other.table.rows[$0].segment == one.key.segment
    }
    let found = rows.lazy.map { other.table[$0] }.first { $0.symbol.uppercased() == name }
    return found.map { .confirmed($0) } ?? .missing
  }

  /// Compares all contracts of a segment.
  package static func report(
    on one: InstrumentIndex, against other: InstrumentIndex, in segment: ExchangeSegment
  ) -> Report {
    var report = Report()
    for number in 0..<one.table.count {
      let row = one.table.rows[number]
      guard row.segment == segment, row.kind == .option || row.kind == .future else { continue }
      let listed = one.table[number]
      switch counterpart(of: listed, in: other) {
      case .confirmed: report.confirmed += 1
      case .missing: report.missing += 1
      case .contradicted(let found):
        report.contradictions += 1
        if report.examples.count < mostExamples { report.examples.append((listed, found)) }
      }
    }
    return report
  }
}
