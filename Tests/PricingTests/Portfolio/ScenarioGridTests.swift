import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct ScenarioGridTests {
  private static func grid(_ positions: [Position], _ spec: String) throws -> [ScenarioGrid.Node] {
    try ScenarioGrid(positions, ScenarioSpec(spec)).nodes()
  }

  /// Black's formula once more, with the functions of the C library.
  private static func price(_ terms: OptionTerms) -> Double {
    let model = ModelChain(
      forward: terms.underlying, years: terms.years, rate: terms.rate,
      volatility: terms.volatility, slope: 0, curvature: 0)
    return model.price(terms.strike, isCall: terms.isCall)
  }

  @Test func theGridGoesByUnderlyingThenVolatilityThenDays() throws {
    let nodes = try Self.grid(
      [Position(.underlying(price: 100), quantity: 3)], "days=0;1,spot=-10%;10%,iv=-1;0;1")
    #expect(
      nodes.map(\.spot) == [-0.1, -0.1, -0.1, -0.1, -0.1, -0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(nodes.map(\.volatility) == [-1, -1, 0, 0, 1, 1, -1, -1, 0, 0, 1, 1])
    #expect(nodes.map(\.days) == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    for node in nodes {
      #expect(abs(node.profit - (node.spot < 0 ? -30 : 30)) < 1e-12)
      #expect(node.greeks.delta == 3)
    }
  }

  @Test func profitIsTheNewWorthLessTheOld() throws {
    let call = NetGreeksTests.call
    var put = call
    (put.isCall, put.strike, put.volatility) = (false, 24_600, 0.17)
    let positions = [
      Position(.option(call), quantity: -65), Position(.option(put), quantity: 130),
      Position(.underlying(price: 25_050), quantity: 65),
    ]
    for node in try Self.grid(positions, "spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1") {
      var wanted = 65 * 25_050 * node.spot
      for (terms, quantity) in [(call, -65.0), (put, 130)] {
        var moved = terms
        moved.underlying *= 1 + node.spot
        moved.volatility += node.volatility / 100
        moved.years -= node.days / 365
        wanted += quantity * (Self.price(moved) - Self.price(terms))
      }
      #expect(abs(node.profit - wanted) < 1e-5)
    }
  }

  @Test func shiftsInRupeesAreAdded() throws {
    let call = NetGreeksTests.call
    let nodes = try Self.grid([Position(.option(call), quantity: 1)], "spot=-250;0;250")
    for (node, shift) in zip(nodes, [-250.0, 0, 250]) {
      var moved = call
      moved.underlying += shift
      #expect(node.spot == shift)
      #expect(abs(node.profit - (Self.price(moved) - Self.price(call))) < 1e-8)
    }
  }

  @Test func withoutAShiftNothingIsGained() throws {
    var random = SplitMix64(seed: 71)
    let positions = NetGreeksTests.drawn(300, &random)
    let nodes = try Self.grid(positions, "spot=-1%:1%:1%,iv=-1:1:1,days=0:1:1")
    let still = try #require(nodes.first { $0.spot == 0 && $0.volatility == 0 && $0.days == 0 })
    #expect(still.profit == 0)
    #expect(still.greeks == NetGreeks(positions))
    #expect(nodes.count { $0.profit == 0 } == 1)
  }

  /// Each scenario is what the same positions are, set up in that market.
  @Test func greeksAreThoseOfTheShiftedMarket() throws {
    let call = NetGreeksTests.call
    let nodes = try Self.grid([Position(.option(call), quantity: 50)], "spot=2%,iv=3,days=2")
    var moved = call
    moved.underlying *= 1 + 0.02
    moved.volatility += 0.03
    moved.years -= 2.0 / 365
    #expect(nodes.map(\.greeks) == [NetGreeks([Position(.option(moved), quantity: 50)])])
  }

  @Test func anOptionWhoseTimeRunsOutIsItsIntrinsicValue() throws {
    var call = NetGreeksTests.call
    // What rounding leaves of the time is none.
    call.years = 3.0 / 365 + 1e-12
    let nodes = try Self.grid(
      [Position(.option(call), quantity: 10)], "spot=-500;0;500,days=0;2.9;3;30")
    for node in nodes where node.days >= 3 {
      let worth = 10 * max(25_000 + node.spot - 25_200, 0)
      #expect(node.greeks.premium == worth)
      #expect(node.greeks.delta == 0)
      #expect(abs(node.profit - (worth - 10 * Self.price(call))) < 1e-6)
    }
    #expect(nodes.filter { $0.days < 3 }.allSatisfy { $0.greeks.delta != 0 })
  }

  @Test func volatilityStaysAboveZero() throws {
    let call = NetGreeksTests.call
    var low = call
    low.volatility = 0.0005
    let nodes = try Self.grid(
      [Position(.option(call), quantity: 1), Position(.option(low), quantity: 1)], "iv=-14;-90;0")
    var least = call
    least.volatility = 0.001
    let floor = NetGreeks([
      Position(.option(least), quantity: 1), Position(.option(low), quantity: 1),
    ])
    #expect(nodes[0].greeks == floor)
    #expect(nodes[1].greeks == floor)
    #expect(nodes[2].profit == 0)
  }

  @Test func anyPartInAnyOrderIsTheSame() throws {
    var random = SplitMix64(seed: 72)
    let positions = NetGreeksTests.drawn(_isDebugAssertConfiguration() ? 60 : 2_000, &random)
    let spec = try ScenarioSpec("spot=-3%:3%:2%,iv=-4:4:4,days=0;2")
    let nodes = try ScenarioGrid(positions, spec).nodes()
    let other = try ScenarioGrid(positions.shuffled(using: &random), spec)
    #expect(other.count == nodes.count)
    #expect(other.nodes(0..<7) + other.nodes(7..<7) + other.nodes(7..<other.count) == nodes)
  }

  @Test func aShiftThatLeavesNothingIsAnError() throws {
    let positions = [
      Position(.underlying(price: 25_000), quantity: 1),
      Position(.underlying(price: 900), quantity: 1),
    ]
    let spec = try ScenarioSpec("spot=-900:900:300")
    let error = try #require(throws: ScenarioGridError.self) {
      try ScenarioGrid(positions, spec)
    }
    #expect(error.shift == -900)
    #expect(error.price == 900)
    #expect(
      error.description == "a shift by -900.0 leaves an underlying at 900.0 without a price; "
        + "write a smaller shift, or percents, as in spot=-3%:3%:1%")
    #expect(try ScenarioGrid([positions[0]], spec).count == 7)
    let vast = Position(.underlying(price: 1e308), quantity: 1)
    #expect(throws: ScenarioGridError.self) {
      try ScenarioGrid([vast], ScenarioSpec("spot=900%"))
    }
  }
}
