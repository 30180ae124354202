import Scalars

/// Puts layer on layer, and says what is wrong with keys and with single values.
struct SettingsMerge {
  private(set) var settings: [String: Setting] = [:]
  private(set) var findings: [Finding] = []
  /// The keys of which some layer holds what cannot be used.
  private var unusable: Set<String> = []

  /// Adds a layer, whose values go before those that are there.
  mutating func add(_ layer: SettingsLayer) {
    findings += layer.findings
    var seen: [Assignment] = []
    for assignment in layer.assignments {
      guard let key = Key.named(assignment.key) else {
        reportUnknown(assignment, in: layer)
        continue
      }
      if key.name != assignment.key {
        report(.note, "other-name", assignment, "is read as \(key.name)")
      }
      checkRepetition(of: assignment, key, among: seen)
      seen.append(assignment)
      take(assignment, for: key, layer.kind)
    }
  }

  /// Fills in what nobody has set.
  ///
  /// - Parameter fact: what the words stand for that are no keys.
  mutating func addDefaults(fact: (String) -> WrittenValue.Content?) {
    // Those that are worked out from others come last.
    for key in Key.all where settings[key.name] == nil {
      let content = WrittenValue.Content(declared: key.standard) { [settings] name in
        fact(name) ?? settings[Key.canonicalName(of: name)]?.value.content
          ?? Key.named(name).flatMap { WrittenValue.Content(declared: $0.standard) }
      }
      guard let content else { preconditionFailure("the default of \(key.name) is no value") }
      let written = WrittenValue(content, at: Place(file: "default"))
      // Checked by a test: every default is what its key may hold.
      var check = ShapeCheck(key: key.name, isWorkedOut: true)
      let value = check.read(written, as: key.shape) ?? written
      settings[key.name] = Setting(key: key, value: value, source: .standard, uses: [])
    }
  }

  /// Warns of values that were worked out with what a key no longer holds.
  mutating func checkUses() {
    for setting in settings.values.sorted(by: { $0.key.name < $1.key.name }) {
      for use in setting.uses {
        guard let used = settings[Key.canonicalName(of: use.key)],
          used.value.content != use.value, !unusable.contains(used.key.name)
        else { continue }
        findings.append(
          Finding(
            .warning, "worked-out", key: setting.key.name, at: setting.place,
            "was worked out with \(use.key) \(use.value.spelling), which is \(used.value.spelling) "
              + "in the end",
            fix: "set \(setting.key.name) where \(used.key.name) is set"))
      }
    }
  }

  mutating func append(_ finding: Finding) { findings.append(finding) }

  // MARK: One line

  private mutating func take(_ assignment: Assignment, for key: Key, _ kind: SettingsLayer.Kind) {
    let isWorkedOut = !assignment.uses.isEmpty
    var check = ShapeCheck(key: assignment.key, isWorkedOut: isWorkedOut)
    let value = check.read(assignment.value, as: key.shape)
    findings += check.findings
    guard let value else {
      unusable.insert(key.name)
      return
    }
    let source: Setting.Source =
      switch kind {
      case .file, .environmentFile: .file(assignment.place)
      case .variables: .variable("ANGELX_\(assignment.key)")
      }
    settings[key.name] = Setting(key: key, value: value, source: source, uses: assignment.uses)
  }

  /// Refuses a key that a file sets twice, under one name or two.
  private mutating func checkRepetition(
    of assignment: Assignment, _ key: Key, among seen: [Assignment]
  ) {
    guard let first = seen.first(where: { Key.named($0.key)?.name == key.name }) else { return }
    let place = first.place.line.map { "on line \($0)" } ?? "in \(first.place)"
    if first.key == assignment.key {
      let isSame = first.value == assignment.value
      report(
        .error, "twice", assignment, "is set again; the first is \(place)",
        fix: isSame ? "take one of them out, they say the same" : "keep one of them")
    } else if first.value == assignment.value {
      report(
        .note, "twice", assignment, "says what \(first.key) says \(place)", fix: "one is enough")
    } else {
      let values = key.isSecret ? "" : ": \(assignment.value.spelling) and \(first.value.spelling)"
      report(
        .error, "twice", assignment,
        "is the same key as \(first.key) \(place), and they differ\(values)",
        fix: "keep one of them")
    }
  }

  private mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ assignment: Assignment, _ message: String,
    fix: String? = nil
  ) {
    findings.append(
      Finding(
        severity, rule, key: assignment.key, at: assignment.place, message, fix: fix))
  }
}
