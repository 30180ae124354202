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
  public static func named(_ name: String) -> Key? {
    all.first { $0.name == name } ?? all.first { $0.otherNames.contains(name) }
  }

  /// Whether what stands behind a name must never be shown, also where the name is misspelt.
  static func isSensitive(_ name: String) -> Bool {
    named(name)?.isSecret == true
      || ["SECRET", "TOKEN", "PASSWORD", "PIN", "API_KEY"].contains { name.contains($0) }
  }

  /// The name that a key has in the end: that of the key where the name is another name for it.
  static func canonicalName(of name: String) -> String { named(name)?.name ?? name }
}

extension RetiredKey {
  /// The key of a name.
  static func named(_ name: String) -> RetiredKey? {
    for group in KeyGroup.all {
      if let key = group.retired.first(where: { $0.name == name }) { return key }
    }
    return nil
  }
}
