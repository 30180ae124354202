import Foundation
import TestSupport
import Testing

extension ChainTests {
  /// One broker dies, and the next one answers.
  @Suite struct FailoverTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    /// The first broker dies after so many batches; the prices of the other lie apart by so many percent.
    private func die(after batches: Int, _ percent: Double = 0) throws {
      let death = """
        {"broker":"smartapi","call":"quotes","skip":\(batches),"times":0,"kind":"503"}
        """
      let shift = """
        {"broker":"kite","call":"quote","times":0,"kind":"moved-prices","percent":\(percent)}
        """
      try desk.brokers.order(percent == 0 ? death : "\(death),\(shift)")
    }

    @Test(arguments: ["--strikes all", "--strikes 40", "--strikes 0"])
    func whoDiesInTheMiddleIsReplacedForAll(options: String) throws {
      try die(after: options == "--strikes all" ? 3 : 1)
      let result = try desk.run("angelx fetch-chain NIFTY \(options) NOW")
      #expect(result.status == 0, "\(result.errorText)")
      let rows = try result.rows
      #expect(rows.count >= 5 && rows.allSatisfy { $0.broker == "kite" })
      #expect(Set(rows.map(\.ts)).count == 1)
      #expect(result.errorLines.count == 1, "\(result.errorText)")
      #expect(result.errorText.contains("warning: angelone: "))
    }

    @Test(arguments: ["--strikes all", "--strikes 3"])
    func otherPricesAreRefused(options: String) throws {
      try die(after: options == "--strikes all" ? 3 : 1, 5)
      let result = try desk.run("angelx fetch-chain NIFTY \(options) NOW")
      #expect(result.status == 69)
      #expect(result.output.isEmpty)
      let last = try #require(result.errorLines.last)
      #expect(last.hasPrefix("angelx fetch-chain: kite: NIFTY 50 is at "), "\(last)")
      #expect(last.contains("by angelone, which failed just now"))
      #expect(last.contains("BROKER_SWITCH_BAND_PERCENT, 1, allows; look at which"))
      // Whoever knows better may allow more.
      try die(after: options == "--strikes all" ? 3 : 1, 5)
      let allowed = try desk.run(
        "angelx fetch-chain NIFTY \(options) NOW",
        with: ["ANGELX_BROKER_SWITCH_BAND_PERCENT": "8"])
      #expect(allowed.status == 0, "\(allowed.errorText)")
    }

    @Test func pricesWithinTheBandAreTaken() throws {
      try die(after: 3, 0.4)
      let result = try desk.run("angelx fetch-chain NIFTY NOW")
      #expect(result.status == 0, "\(result.errorText)")
      #expect(try result.rows.allSatisfy { $0.broker == "kite" })
    }

    @Test func underLoadEveryCommandHasItsRows() async throws {
      try die(after: 7)
      let results = try await desk.runs(Array(repeating: "--strikes 60", count: 3))
      for result in results {
        #expect(result.status == 0, "\(result.errorText)")
        let rows = try result.rows
        #expect(rows.count == 245)
        #expect(Set(rows.map(\.broker)).count == 1, "all of it is of one broker")
      }
      #expect(try results.contains { try $0.rows.first?.broker == "kite" })
    }
  }
}

extension ChainDesk {
  /// Runs several programs at once, each with the time of its own beginning.
  func runs(_ options: [String]) async throws -> [Program.Result] {
    try await withThrowingTaskGroup(of: Program.Result.self) { group in
      for option in options {
        group.addTask { try self.run("angelx fetch-chain NIFTY \(option) NOW") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
