package import Configuration
internal import Scalars
package import Store

extension CacheRules {
  /// How a configuration wants the answers of brokers kept.
  package init(_ settings: Settings) {
    self.init()
    isOn = settings.isOn("ENABLE_CACHING")
    for (kind, key) in Self.keys {
      if let seconds = settings.number(key)?.doubleValue { lifetimes[kind] = Int64(seconds * 1000) }
    }
    if let count = settings.number("CACHE_MAX_SIZE")?.doubleValue { most = Int(count) }
    endedBy = [:]
    for event in Event.allCases {
      let rules = settings["CACHE_INVALIDATION_RULES"].value[event.rawValue]
      // What is worked out each time, such as 'pnl', is no kind of answer and needs no end.
      endedBy[event] = Set((rules?.elements ?? []).compactMap { Kind($0) })
    }
  }

  private static let keys: KeyValuePairs<Kind, String> = [
    .marketData: "CACHE_TTL_CHAIN", .lastPrice: "CACHE_TTL_LTP", .history: "CACHE_TTL_HISTORY",
    .greeks: "CACHE_TTL_GREEKS", .positions: "CACHE_TTL_POSITION_DATA",
    .cash: "CACHE_TTL_PORTFOLIO", .margin: "CACHE_TTL_PORTFOLIO", .other: "CACHE_TTL",
  ]
}

extension CacheRules.Kind {
  fileprivate init?(_ value: WrittenValue) {
    guard let name = value.text, let kind = Self(rawValue: name) else { return nil }
    self = kind
  }
}
