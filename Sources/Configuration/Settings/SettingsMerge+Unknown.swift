import Scalars

extension SettingsMerge {
  /// Says what there is to say of a key that is not used: that it has no use any more, that it belongs
  /// elsewhere, or that there is none of that name.
  mutating func reportUnknown(_ assignment: Assignment, in layer: SettingsLayer) {
    let name = assignment.key
    if let retired = RetiredKey.named(name) {
      reportRetired(retired, assignment)
    } else if name == SettingsReading.processorCount {
      add(.error, "read-only", assignment, "cannot be set", "use it on the right side of a line")
    } else if layer.kind != .variables, let instead = Self.variables[name] {
      add(.note, "no-effect", assignment, "has no effect in a file", instead)
    } else {
      // A stray variable must not stop a job that runs every night, nor must one of another program.
      let severity = layer.kind == .file ? Finding.Severity.error : .warning
      unknownCount += 1
      let near = unknownCount > Self.mostGuesses ? nil : Self.meant(by: name)
      add(
        severity, "unknown-key", assignment, "no key has this name",
        Self.unprefixed(name) ?? near.map { "did you mean '\($0)'?" }
          ?? "angelx validate-config --keys lists them all")
    }
  }

  private mutating func reportRetired(_ key: RetiredKey, _ assignment: Assignment) {
    let isOff = assignment.value.content == .boolean(false)
    let reason = key.instead.hasSuffix(".") ? String(key.instead.dropLast()) : key.instead
    let (severity, message): (Finding.Severity, String) =
      switch key.risk {
      case .protects where isOff: (.warning, "cannot be switched off. \(reason)")
      case .trades where isOff || assignment.value.content == .text("live"):
        (.warning, "asks for live orders, which angelx never sends")
      default: (.note, "is no longer used. \(reason)")
      }
    add(severity, "retired", assignment, message, "take the line out")
  }

  private mutating func add(
    _ severity: Finding.Severity, _ rule: String, _ assignment: Assignment, _ message: String,
    _ fix: String
  ) {
    append(Finding(severity, rule, key: assignment.key, at: assignment.place, message, fix: fix))
  }

  static let variables = [
    "ENVIRONMENT": "use --env, or set ANGELX_ENV in the environment",
    "ANGELX_ENV": "use --env, or set it in the environment",
    "ANGELX_CONFIG": "use --config, or set it in the environment",
    "ANGELX_HOME": "use --home, or set it in the environment",
    "NO_COLOR": "set it in the environment, or COLOR here",
  ]

  /// What to write instead of a name that only a variable has.
  private static func unprefixed(_ name: String) -> String? {
    guard name.hasPrefix(SettingsLayer.prefix) else { return nil }
    let key = String(name.dropFirst(SettingsLayer.prefix.count))
    return Key.named(key).map { "write \($0.name); variables alone have ANGELX_ before it" }
  }

  /// The key that was most likely meant: one that is written nearly so, or one of which the name is the
  /// beginning or the end.
  private static func meant(by name: String) -> String? {
    nearest(to: name, in: names)
      ?? names.first { $0.hasPrefix("\(name)_") || $0.hasSuffix("_\(name)") }
  }

  /// For so many unknown names the nearest key is looked for, which takes its time.
  private static let mostGuesses = 50

  private static let names: [String] = Key.all.flatMap { [$0.name] + $0.otherNames }
}
