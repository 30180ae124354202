/// The brokers that are known, by the names that they have in the configuration.
package enum BrokerID: String, CaseIterable, Sendable, Hashable {
  case angelOne = "angelone"
  case kite

  /// What else they are called.
  private static let otherNames: [String: BrokerID] = [
    "angel_one": .angelOne, "smartapi": .angelOne, "zerodha": .kite,
  ]

  /// The broker of a name.
  package init?(name: String) {
    let name = name.lowercased()
    guard let found = Self(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = found
  }
}
