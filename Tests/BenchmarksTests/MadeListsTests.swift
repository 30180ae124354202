import Brokers
import Testing

@testable import Benchmarks

/// The lists that are measured are such as the brokers send: each row is an option.
struct MadeListsTests {
  @Test(arguments: MadeLists.Form.allCases)
  func everyRowIsAnOption(form: MadeLists.Form) throws {
    var intake = InstrumentIntake(
      form == .kite ? .kite(KiteInstruments()) : .smartAPI(SmartAPIMaster()))
    let list = MadeLists.list(600, of: form)
    let isTaken = intake.add(list.span)
    #expect(isTaken)
    let (table, summary) = try intake.finish().get()
    try #require(table.count == 600 && summary.rows == 600, "\(table.count) \(summary)")
    let rows = (0..<600).map { table[$0] }
    #expect(rows.allSatisfy { $0.kind == .option && $0.strike != nil && $0.expiry != nil })
    #expect(Set(rows.map(\.underlying)) == ["NIFTY", "BANKNIFTY", "SENSEX"])
    #expect(Set(rows.map(\.contract)).count == 600)
  }

  @Test func noContractIsThereTwice() {
    // More than all strikes of the expiries after which days and months come again.
    let count = 3 * 2 * 200 * 90
    let contracts = (0..<count).map { number in
      let one = MadeLists.option(number)
      return "\(one.underlying) \(one.strike) \(one.right) \(one.day) \(one.month) \(one.year)"
    }
    #expect(Set(contracts).count == count)
  }

  @Test(arguments: MadeLists.Form.allCases)
  func allOfItIsRead(form: MadeLists.Form) throws {
    let list = MadeLists.list(3000, of: form)
    let read = try ListParsing(list, of: form, rows: 3000).run()
    #expect(read == 3000)
  }
}
