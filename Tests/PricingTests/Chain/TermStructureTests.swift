import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct TermStructureTests {
  private static func point(_ years: Double, _ volatility: Double) -> TermStructure.Point {
    TermStructure.Point(years: years, volatility: volatility, forward: 25_000)
  }

  @Test func whatVarianceGrowsByIsTheForwardVolatility() throws {
    // 0.04·0.25 = 0.01 and 0.0625·1 = 0.0625: 0.0525 in three quarters of a year, 0.07 a year.
    let structure = TermStructure([Self.point(1, 0.25), Self.point(0.25, 0.2)])
    #expect(structure.points.map(\.years) == [0.25, 1])
    let segment = try #require(structure.segments.first)
    #expect(abs(try #require(segment.forwardVolatility) - 0.07.squareRoot()) < 1e-15)
    #expect(segment.shortfall == nil)
    #expect(structure.segments.count == 1)
  }

  @Test func aLevelVarianceHasNoVolatilityInBetween() throws {
    let segment = try #require(
      TermStructure([Self.point(0.25, 0.4), Self.point(1, 0.2)]).segments.first)
    #expect(segment.forwardVolatility == 0)
    #expect(segment.shortfall == nil)
  }

  @Test func varianceThatFallsIsCalendarArbitrage() throws {
    let segment = try #require(
      TermStructure([Self.point(0.25, 0.4), Self.point(0.5, 0.2)]).segments.first)
    #expect(segment.forwardVolatility == nil)
    // At the money an option is worth F·(2N(s/2) - 1), with s the root of the total variance.
    let near = 25_000 * erf(0.2 / 8.0.squareRoot())
    let far = 25_000 * erf(0.2 * 0.5.squareRoot() / 8.0.squareRoot())
    #expect(abs(try #require(segment.shortfall) - (near - far)) < 1e-8)
  }

  @Test func summariesWithoutVolatilityAreLeftOut() throws {
    let model = ModelChain()
    var summaries = [14.0, 7, 28].map { days in
      ChainSummary(OptionChain(model.options), forward: model.forward, years: days / 365)
    }
    summaries.append(ChainSummary(OptionChain(model.options), forward: nil, years: 0.5))
    summaries.append(ChainSummary(OptionChain(model.quotes), forward: 25_000, years: 0.4))
    let structure = TermStructure(summaries)
    #expect(structure.points.map { ($0.years * 365).rounded() } == [7, 14, 28])
    for segment in structure.segments {
      #expect(abs(try #require(segment.forwardVolatility) - 0.14) < 1e-12)
    }
    #expect(TermStructure(summaries.reversed()) == structure)
  }
}
