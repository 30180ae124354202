import CommandLineKit
import Files
import Streams

/// Writes records that a command made itself, in whatever form was asked for.
struct RecordReport {
  private let command: String
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(_ command: String, _ common: CommonOptions, _ surroundings: Surroundings) {
    self.command = command
    self.common = common
    self.surroundings = surroundings
  }

  /// Writes records.
  ///
  /// - Parameters:
  ///   - shown: the fields that a person sees of them, in order.
  ///   - leastTelling: those of them that go first where a terminal is too narrow for all.
  func write(_ records: MadeRecords, shown: [String], leastTelling: [String] = []) throws {
    let form = StreamCommand(command, common, RecordOptions(), in: surroundings).form
    var output = try Output(path: common.output?.path ?? "-")
    try output.write(
      form == .table ? table(records, shown, leastTelling) : records.text(form))
    try output.finish()
  }

  private func table(
    _ records: MadeRecords, _ shown: [String], _ leastTelling: [String]
  ) -> String {
    let places = shown.compactMap { name in records.columns.firstIndex { $0.name == name } }
    let areNumbers = places.map { place in !records.rows.allSatisfy { $0[place].isNoNumber } }
    let columns = zip(places, areNumbers).map { place, isNumber in
      let name = records.columns[place].name
      return TableColumn(
        name, alignment: isNumber ? .trailing : .leading,
        rank: leastTelling.firstIndex(of: name) ?? leastTelling.count)
    }
    var table = TextTable(columns, surroundings.output(common))
    let cells = records.cells.map { row in
      zip(places, areNumbers).map { place, isNumber in
        TableCell(isNumber ? IndianNumber.grouped(row[place]) : row[place])
      }
    }
    return cells.map { table.add($0) }.joined() + table.finish()
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
