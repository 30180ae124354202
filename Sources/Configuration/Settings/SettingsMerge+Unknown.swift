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
    } else if layer.kind == .file, let instead = Self.variables[name] {
      add(.note, "no-effect", assignment, "has no effect in a file", instead)
    } else {
      // A stray variable must not stop a job that runs every night, nor must one of another program.
      let severity = layer.kind == .file ? Finding.Severity.error : .warning
      let near = nearest(to: name, in: Self.names).map { "did you mean '\($0)'?" }
      add(
        severity, "unknown-key", assignment, "no key has this name",
        near ?? "angelx validate-config --keys lists them all")
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

  private static let variables = [
    "ENVIRONMENT": "use --env, or set ANGELX_ENV in the environment",
    "ANGELX_ENV": "use --env, or set it in the environment",
    "ANGELX_CONFIG": "use --config, or set it in the environment",
    "ANGELX_HOME": "use --home, or set it in the environment",
    "NO_COLOR": "set it in the environment, or COLOR here",
  ]

  private static let names: [String] =
    Key.all.flatMap { [$0.name] + $0.otherNames } + KeyGroup.all.flatMap { $0.retired.map(\.name) }
}
