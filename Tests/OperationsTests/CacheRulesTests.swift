import Configuration
import Operations
import Store
import Testing

/// How long answers are kept, as a configuration has it.
struct CacheRulesTests {
  private func rules(_ text: String = "") -> CacheRules {
    var reading = SettingsReading(processors: 2)
    reading.add(file: Array(text.utf8), name: "f")
    let settings = reading.settings()
    #expect(settings.findings.allSatisfy { $0.severity != .error }, "\(settings.findings)")
    return CacheRules(settings)
  }

  @Test func theDefaultsAreThoseOfTheStore() {
    let (found, usual) = (rules(), CacheRules())
    #expect(found.isOn && usual.isOn)
    #expect(found.lifetimes == usual.lifetimes)
    #expect(found.most == usual.most)
    #expect(found.endedBy == usual.endedBy)
  }

  @Test func everyKeyCounts() {
    let found = rules(
      """
      ENABLE_CACHING = False
      MAX_SIZE = 7
      CACHE_TTL = 1
      CACHE_TTL_CHAIN = 2.5
      CACHE_TTL_LTP = 3
      CACHE_TTL_HISTORY = 4
      CACHE_TTL_GREEKS = 5
      CACHE_TTL_POSITION_DATA = 6
      CACHE_TTL_PORTFOLIO = 7
      CACHE_INVALIDATION_RULES = {'PRICE_CHANGE': ['chain', 'pnl'], 'ORDER_FILLED': []}
      """)
    #expect(!found.isOn)
    #expect(found.most == 7)
    #expect(
      found.lifetimes == [
        .other: 1000, .marketData: 2500, .lastPrice: 3000, .history: 4000, .greeks: 5000,
        .positions: 6000, .cash: 7000, .margin: 7000,
      ])
    #expect(found.endedBy == [.positionChange: [], .priceChange: [.marketData], .orderFilled: []])
  }
}
