internal import Scalars

extension KeyGroup {
  /// All keys by group, in the order of the manual.
  public static let all: [KeyGroup] = [
    account, riskLimits, positionSizing, stopsAndTargets, signals, execution, pricing, input,
    brokers, marketData, cache, store, alerts, notifications, monitoring, archive, reports,
    schedule, logging, operations,
  ]
}

extension Key {
  /// All keys, in the order of the manual.
  public static let all: [Key] = KeyGroup.all.flatMap(\.keys)

  /// The key of a name, or of another name for it.
  public static func named(_ name: String) -> Key? { byName[name] }

  private static let byName = all.reduce(into: [String: Key]()) { keys, key in
    for name in [key.name] + key.otherNames { keys[name] = key }
  }

  /// Whether what stands behind a name must never be shown, also where the name is misspelt.
  static func isSensitive(_ name: String) -> Bool {
    let upper = name.uppercased()
    return named(upper)?.shape.mayHoldSecrets == true
      || ["SECRET", "TOKEN", "PASSWORD", "PIN", "API_KEY"].contains { upper.contains(text: $0) }
  }

  /// The name that a key has in the end: that of the key where the name is another name for it.
  static func canonicalName(of name: String) -> String { named(name)?.name ?? name }
}

extension RetiredKey {
  /// The key of a name.
  static func named(_ name: String) -> RetiredKey? { byName[name] }

  private static let byName = KeyGroup.all.flatMap(\.retired).reduce(into: [String: RetiredKey]()) {
    $0[$1.name] = $1
  }
}
