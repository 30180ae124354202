import Foundation
import Pricing
import Scalars
import Testing

@testable import Benchmarks

@Suite struct MadeChainTests {
  static let options = MadeChain.options(4096)

  @Test func everyMachineMakesTheSame() {
    #expect(MadeChain.options(4096) == Self.options)
    var (first, second) = (ChainRows(), ChainRows())
    var (missing, same) = (1500, 1500)
    while missing > 0 { #expect(first.next(&missing) == second.next(&same)) }
  }

  @Test func aSnapshotIsAChain() {
    var chain = MadeChain()
    let start = chain.moment
    let options = chain.nextSnapshot()
    #expect(options.count == MadeChain.snapshotSize)
    #expect(Set(options.map(\.expiry)).count == 4)
    #expect(options.filter(\.isCall).count == MadeChain.snapshotSize / 2)
    #expect(chain.moment.milliseconds == start.milliseconds + 1000)
  }

  @Test func everyOptionHasAPriceAndAVolatility() {
    #expect(Self.options.allSatisfy { $0.terms.isPriceable && $0.paise >= 5 && $0.paise % 5 == 0 })
    let finding = VolatilityFinding(Self.options)
    _ = finding.run()
    for index in Self.options.indices {
      #expect(finding.batch.status(index) == .solved)
    }
  }

  @Test func theRowsAreQuotesOfTheChain() throws {
    var rows = ChainRows()
    var missing = 700
    var lines: [Substring] = []
    while missing > 0 {
      lines += String(decoding: rows.next(&missing), as: UTF8.self).split(separator: "\n")
    }
    #expect(lines.count == 700)
    for (line, option) in zip(lines, MadeChain.options(700)) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let row = try #require(object as? [String: Any])
      #expect(row.count == 13)
      #expect((225...255).contains(line.utf8.count), "\(line)")
      #expect(row["strike"] as? Double == option.strike)
      #expect(row["right"] as? String == (option.isCall ? "CE" : "PE"))
      #expect(row["expiry"] as? String == option.expiry.description)
      #expect(row["forward"] as? Double == option.forward)
      let (bid, ask) = (row["bid"] as? Double ?? 0, row["ask"] as? Double ?? 0)
      #expect(abs((bid + ask) / 2 - option.rupees) < 1e-9, "\(line)")
    }
  }
}
