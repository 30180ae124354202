import Scalars

/// Puts layer on layer, and says what is wrong with keys and with single values.
struct SettingsMerge {
  private(set) var settings: [String: Setting] = [:]
  private(set) var findings: [Finding] = []
  /// The keys of which the weightiest layer holds what cannot be used.
  private(set) var unusable: Set<String> = []
  /// Where secrets stand, also those that another layer goes before.
  private(set) var secrets: [(key: String, place: Place)] = []
  /// How many names were no keys.
  var unknownCount = 0

  /// Keys of which the one that is set last takes the place of the other.
  private static let alternatives = [
    "DAILY_LOSS_LIMIT": "DAILY_LOSS_LIMIT_PERCENT", "DAILY_LOSS_LIMIT_PERCENT": "DAILY_LOSS_LIMIT",
  ]

  /// Adds a layer, whose values go before those that are there.
  mutating func add(_ layer: SettingsLayer) {
    findings += layer.findings
    var seen: [String: Assignment] = [:]
    for assignment in layer.assignments {
      noteSecret(in: assignment, layer.kind)
      guard let key = Key.named(assignment.key) else {
        reportUnknown(assignment, in: layer)
        continue
      }
      if key.name != assignment.key {
        report(.note, "other-name", assignment, "is read as \(key.name)")
      }
      if let first = seen[key.name] {
        checkRepetition(of: assignment, key, after: first)
      } else {
        seen[key.name] = assignment
      }
      if let other = Self.alternatives[key.name], seen[other] == nil { settings[other] = nil }
      take(assignment, for: key, layer.kind)
    }
  }

  private mutating func noteSecret(in assignment: Assignment, _ kind: SettingsLayer.Kind) {
    guard kind != .variables, assignment.value.content != .none else { return }
    let shape = Key.named(assignment.key)?.shape
    let isSecret =
      shape == nil && Key.isSensitive(assignment.key) || shape?.isSecret == true
      || shape?.holdsSecret(assignment.value) == true
    if isSecret { secrets.append((assignment.key, assignment.value.place)) }
  }

  /// Fills in what nobody has set.
  ///
  /// - Parameter fact: what the words stand for that are no keys.
  mutating func addDefaults(fact: (String) -> WrittenValue.Content?) {
    for key in Key.all where settings[key.name] == nil {
      guard let content = standard(of: key, fact) else {
        preconditionFailure("the default of \(key.name) is no value")
      }
      let written = WrittenValue(content, at: Place(file: "default"))
      // Checked by a test: every default is what its key may hold.
      var check = ShapeCheck(key: key.name, isWorkedOut: true)
      let value = check.read(written, as: key.shape) ?? written
      settings[key.name] = Setting(key: key, value: value, source: .standard, uses: [])
    }
  }

  /// What a key holds where nobody has set it, worked out with what the keys that it uses hold.
  private func standard(
    of key: Key, _ fact: (String) -> WrittenValue.Content?
  ) -> WrittenValue.Content? {
    WrittenValue.Content(declared: key.standard) { name in
      if let value = fact(name) ?? settings[Key.canonicalName(of: name)]?.value.content {
        return value
      }
      return Key.named(name).flatMap { standard(of: $0, fact) }
    }
  }

  /// Warns of values that were worked out with what a key no longer holds.
  mutating func checkUses() {
    let using = settings.values.filter { !$0.uses.isEmpty }
    for setting in using.sorted(by: { $0.key.name < $1.key.name }) {
      for use in setting.uses {
        guard let used = settings[Key.canonicalName(of: use.key)],
          used.value.content != use.value, !unusable.contains(used.key.name),
          used.key.name != setting.key.name
        else { continue }
        findings.append(
          Finding(
            .warning, "worked-out", key: setting.key.name, at: setting.place,
            "was worked out with \(use.key) \(use.value.spelling), which is \(used.value.spelling) "
              + "in the end",
            fix: "set \(setting.key.name) below where \(used.key.name) is set"))
      }
    }
  }

  mutating func append(_ finding: Finding) { findings.append(finding) }

  // MARK: One line

  private mutating func take(_ assignment: Assignment, for key: Key, _ kind: SettingsLayer.Kind) {
    let isWorkedOut = !assignment.uses.isEmpty
    var check = ShapeCheck(
      key: assignment.key, isWorkedOut: isWorkedOut, usual: Number(key.standard))
    let value = check.read(assignment.value, as: key.shape)
    findings += check.findings
    guard let value else {
      unusable.insert(key.name)
      return
    }
    unusable.remove(key.name)
    let source: Setting.Source =
      switch kind {
      case .file, .environmentFile: .file(assignment.place)
      case .variables: .variable("ANGELX_\(assignment.key)")
      }
    settings[key.name] = Setting(key: key, value: value, source: source, uses: assignment.uses)
  }

  /// Refuses a key that a file sets twice, under one name or two.
  private mutating func checkRepetition(
    of assignment: Assignment, _ key: Key, after first: Assignment
  ) {
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
      let values =
        key.shape.mayHoldSecrets ? "" : ": \(assignment.value.spelling) and \(first.value.spelling)"
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
