import CommandLineKit
import Files
import Market
import Pricing
import Records
import Scalars
import Streams

/// Reads positions and writes what they come to together.
struct PositionAnswer {
  private let scenario: ScenarioSpec?
  private let common: CommonOptions
  private let fields: [String]
  private let plan: ValuationPlan
  private let surroundings: Surroundings

  init(
    _ scenario: ScenarioSpec?, _ common: CommonOptions, fields: [String], _ plan: ValuationPlan,
    _ surroundings: Surroundings
  ) {
    self.fields = fields
    self.scenario = scenario
    self.common = common
    self.plan = plan
    self.surroundings = surroundings
  }

  /// Reads all rows, then writes the records; positions without a value are named.
  func run(_ command: StreamCommand, _ streamPlan: StreamPlan) throws -> ExitCode {
    var streamPlan = streamPlan
    let form = command.form
    // A name that is wrong is not found out only when everything has been read.
    _ = try MadeRecords(PositionReport.columns(of: scenario)).selecting(fields)
    streamPlan.form = .closingOnly
    // What is said of a contract last counts, so one reader takes the rows in their order.
    streamPlan.jobs = 1
    streamPlan.grouping = nil
    streamPlan.selection = nil
    var complaints: [Diagnostic] = []
    let (_, exitCode) = try command.run(plan: streamPlan) {
      PositionWork(plan)
    } closing: { _, findings in
      text(findings, form, &complaints)
    }
    let log = surroundings.log(common)
    for complaint in complaints { log.report(complaint) }
    log.finish()
    let isIncomplete = complaints.contains { $0.level == .error }
    return exitCode == .success && isIncomplete ? .brokenInput : exitCode
  }

  private func text(
    _ findings: [PositionWork.Findings], _ form: StreamPlan.Form,
    _ complaints: inout [Diagnostic]
  ) -> String? {
    guard let found = findings.first, found.book.positionCount > 0 else {
      complaints.append(
        complaint(
          "no-position", "no record is a position",
          hint: "a position has a symbol, and quantity, position or lots"))
      return nil
    }
    do {
      let positions = try ValuedPositions(found.book, found.directory, plan)
      complaints += positions.unpriced.map {
        complaint(
          "unpriced", "\($0.underlying) \($0.expiry): \($0.reason)",
          hint: "left out; \($0.hint)")
      }
      if scenario != nil && positions.members.isEmpty && !positions.unpriced.isEmpty { return nil }
      complaints +=
        PriceUse(plan.options).warning(of: positions.underlyings).map {
          [Diagnostic($0, command: Greeks.facts.name)]
        } ?? []
      complaints += [sunken(positions)].compactMap(\.self)
      let report = PositionReport(positions, plan.rules)
      let records = try scenario.map { try report.grid($0) } ?? report.net()
      return laidOut(try records.selecting(fields), form, &complaints)
    } catch let error as ScenarioGridError {
      complaints.append(complaint("scenario", error.message, hint: error.hint))
    } catch let error as NotCovered {
      complaints.append(complaint("not-covered", error.message, hint: error.hint))
    } catch {
      preconditionFailure("no other error is thrown above")
    }
    return nil
  }

  /// What there is to say where a scenario takes a volatility below zero.
  private func sunken(_ positions: ValuedPositions) -> Diagnostic? {
    guard let least = scenario?.volatility.min() else { return nil }
    let count = positions.members.count { member in
      guard case .option(let terms) = member.position.instrument else { return false }
      return terms.volatility + least / 100 <= 0
    }
    guard count > 0 else { return nil }
    let options = count == 1 ? "an option" : "\(count) options"
    return Diagnostic(
      .warning, command: Greeks.facts.name, code: "scenario",
      "iv=\(String(shortest: least)) would take the volatility of \(options) to zero or below",
      hint: "priced as nearly without any")
  }

  private func complaint(_ code: String, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(command: Greeks.facts.name, code: code, message, hint: hint)
  }

  private func laidOut(
    _ records: MadeRecords, _ form: StreamPlan.Form, _ complaints: inout [Diagnostic]
  ) -> String {
    guard form == .table else { return records.text(form) }
    var table = RecordTable(surroundings.output(common))
    let titles = records.columns.map(\.name)
    let isNamed = titles.map { $0 == "underlying" || $0 == "expiry" }
    // A sum over all of something says so to a person.
    let cells = records.cells.map { row in
      zip(row, isNamed).map { $0.isEmpty && $1 ? "all" : $0 }
    }
    let text = table.text(cells, titles: titles)
    if !table.omittedTitles.isEmpty {
      complaints.append(
        Diagnostic(
          .note, command: Greeks.facts.name, code: "narrow",
          "no room for \(table.omittedTitles.joined(separator: ", "))",
          hint: "choose columns with --fields"))
    }
    return text
  }
}
