import Benchmarks
import CommandLineKit
import Files
import Scalars
import Streams

/// Writes what a benchmark found out.
struct BenchReport {
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(_ common: CommonOptions, _ surroundings: Surroundings) {
    self.common = common
    self.surroundings = surroundings
  }

  /// Columns that say least: where a terminal is too narrow for all, they go first.
  private static let leastTelling = ["build", "peak_memory", "ratio_mad", "mad_ns", "per_second"]

  /// Writes records; a person sees the named columns of them.
  func write(_ records: MadeRecords, columns: [String]) throws {
    let form = StreamCommand(Bench.facts.name, common, RecordOptions(), in: surroundings).form
    var output = try Output(path: common.output?.path ?? "-")
    try output.write(form == .table ? table(records, columns) : records.text(form))
    try output.finish()
  }

  private func table(_ records: MadeRecords, _ shown: [String]) -> String {
    let places = shown.compactMap { name in records.columns.firstIndex { $0.name == name } }
    let columns = places.map { place in
      let name = records.columns[place].name
      let isText = records.rows.allSatisfy { $0[place].isNoNumber }
      return TableColumn(
        name, alignment: isText ? .leading : .trailing,
        rank: Self.leastTelling.firstIndex(of: name) ?? Self.leastTelling.count)
    }
    var table = TextTable(columns, surroundings.output(common))
    let cells = records.cells.map { row in
      places.map { TableCell(IndianNumber.grouped(row[$0])) }
    }
    return cells.map { table.add($0) }.joined() + table.finish()
  }

  /// Says which requirements were missed.
  func say(missed: [BenchResult]) {
    let log = surroundings.log(common)
    for result in missed {
      guard let requirement = result.entry.requirement else { continue }
      let (ratio, wanted) = (result.measurement.ratio.median, requirement.ratio)
      log.report(
        Diagnostic(
          .warning, command: Bench.facts.name, code: "missed",
          "\(result.suite.name) on \(result.entry.threads) thread"
            + (result.entry.threads == 1 ? "" : "s")
            + " is \(String(fixed: ratio, decimals: 4)) times as fast as its yardstick, "
            + "\(String(fixed: wanted, decimals: 4)) are required"))
    }
    log.finish()
  }
}

extension MadeRecords.Value {
  /// Whether it is no number.
  fileprivate var isNoNumber: Bool {
    switch self {
    case .number, .whole: false
    case .text, .texts, .boolean, .null: true
    }
  }
}
