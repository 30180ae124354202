import CommandLineKit
import Files
import Pricing
import Records
import Streams

/// Writes what was found out of the one option that was asked about.
struct OptionAnswer {
  private let question: OptionQuestion
  private let common: CommonOptions
  private let fields: [String]
  private let surroundings: Surroundings

  init(
    _ question: OptionQuestion, _ common: CommonOptions, fields: [String],
    _ surroundings: Surroundings
  ) {
    self.fields = fields
    self.question = question
    self.common = common
    self.surroundings = surroundings
  }

  /// Writes the answer; where the option has no value, that is the answer and the exit code says so.
  func write(_ form: StreamPlan.Form) throws -> ExitCode {
    let (whole, valuation) = try question.answer()
    let record = try whole.selecting(fields)
    if let warning = question.warning {
      surroundings.log(common).report(Diagnostic(warning, command: Greeks.facts.name))
    }
    var output = try Output(path: common.output?.path ?? "-")
    try output.write(form == .table ? table(record) : record.text(form))
    try output.finish()
    return valuation.isPriced ? .success : .negative
  }

  /// One line for each field, with what it means.
  private func table(_ record: MadeRecords) -> String {
    let terminal = surroundings.output(common)
    var table = TextTable(
      [
        TableColumn("field", isKeptWhole: true, rank: 3),
        TableColumn("value", alignment: .trailing, rank: 3), TableColumn("unit", rank: 2),
        TableColumn("meaning", rank: 1),
      ], terminal)
    var text = ""
    for (column, cell) in zip(record.columns, record.cells[0]) {
      let field = Field.named(column.name)
      let value = field?.type.isNumeric ?? false ? IndianNumber.grouped(cell) : cell
      let (unit, meaning) = question.words(of: column.name, field)
      text += table.add([
        TableCell(column.name, .bold), TableCell(value), TableCell(unit), TableCell(meaning, .dim),
      ])
    }
    return text + table.flush()
  }
}
