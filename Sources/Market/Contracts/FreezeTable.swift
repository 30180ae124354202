public import Scalars

/// How many units a single order may have.
public struct FreezeTable: Sendable {
  private var quantities = DatedRows<String, Int64>()
  private var slabs = DatedRows<Exchange, Levels<Int64>>()

  init(_ reader: TableReader, underlyings: UnderlyingTable) throws(TableProblem) {
    let columns = ["underlying", "effective_from", "units", "source", "confidence"]
    for row in try reader.rows(.freezeQuantities, columns: columns) {
      let underlying = try row.underlying(in: underlyings).name
      quantities.add(try Dated(row, row.integer("units")), for: underlying)
    }
    let slabColumns = [
      "exchange", "effective_from", "level_up_to", "units", "source", "confidence",
    ]
    for row in try reader.rows(.freezeSlabs, columns: slabColumns) {
      try slabs.add(row.integer("units"), for: row.choice("exchange"), row: row)
    }
  }

  /// The quantity that an exchange has set.
  public func quantity(
    of underlying: String, on day: Day
  ) throws(NotCovered) -> (units: Int64, provenance: Provenance) {
    guard let row = quantities.row(for: underlying, on: day) else {
      throw NotCovered(
        subject: "the freeze quantity of \(underlying)", day: day, table: .freezeQuantities)
    }
    return (row.value, row.provenance)
  }

  /// The quantity that follows from the level of an index, for months whose circular is not known.
  public func quantity(
    atLevel level: Money, _ exchange: Exchange, on day: Day
  ) throws(NotCovered) -> (units: Int64, provenance: Provenance) {
    guard let row = slabs.row(for: exchange, on: day),
      let units = row.value.value(at: level)
    else {
      throw NotCovered(
        subject: "the freeze quantity at a level of \(level) on \(exchange.rawValue)", day: day,
        table: .freezeSlabs)
    }
    return (units, row.provenance)
  }
}
