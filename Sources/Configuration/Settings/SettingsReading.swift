import Scalars

/// Reads the layers of a configuration, the weakest first, and makes settings of them.
public struct SettingsReading {
  private var layers: [SettingsLayer] = []
  /// What keys hold after the layers that are there.
  private var values: [String: WrittenValue.Content] = [:]
  /// What the words stand for that are no keys.
  private let facts: [String: WrittenValue.Content]

  /// Begins with the defaults alone.
  ///
  /// - Parameter processors: how many processors there are, which arithmetic knows as `CPU_COUNT`.
  public init(processors: Int) {
    facts = [Self.processorCount: .number(Number(Int64(processors)))]
  }

  static let processorCount = "CPU_COUNT"

  /// Adds a file of lines `KEY = value`.
  public mutating func add(file bytes: [UInt8], name: String) {
    let file = SettingsFile(bytes, name: name) { self.value(of: $0) }
    add(SettingsLayer(assignments: file.assignments, kind: .file, findings: file.findings))
  }

  /// Adds a file of lines `KEY=value`, as shells and containers read them.
  public mutating func add(environmentFile bytes: [UInt8], name: String) {
    let text = EnvironmentText(bytes, name: name)
    var layer = SettingsLayer(assignments: [], kind: .environmentFile, findings: text.findings)
    for line in text.lines where !line.text.isEmpty {
      layer.add(line.name, line.text, at: line.place) { value(of: $0) }
    }
    add(layer)
  }

  /// Adds the variables of the environment that begin with `ANGELX_`.
  ///
  /// - Parameter others: the names of variables that are no keys and yet mean something.
  public mutating func add(variables: [String: String], others: Set<String> = []) {
    var layer = SettingsLayer(assignments: [], kind: .variables, findings: [])
    let names = variables.keys.filter { $0.hasPrefix(SettingsLayer.prefix) && !others.contains($0) }
    for name in names.sorted() {
      // An empty variable counts as one that is not set.
      guard let text = variables[name], !text.isEmpty else { continue }
      layer.add(name, text, at: Place(file: "$\(name)")) { value(of: $0) }
    }
    add(layer)
  }

  private mutating func add(_ layer: SettingsLayer) {
    layers.append(layer)
    for assignment in layer.assignments {
      values[Key.canonicalName(of: assignment.key)] = assignment.value.content
    }
  }

  /// The settings of all layers.
  public func settings() -> Settings {
    var reader = SettingsMerge()
    for layer in layers { reader.add(layer) }
    reader.addDefaults { facts[$0] }
    reader.checkUses()
    return Settings(
      reader.settings, findings: reader.findings, unusable: reader.unusable,
      secrets: reader.secrets)
  }

  /// The text that a key holds after the layers that are there; nil where it is no text.
  public func text(of key: String) -> String? {
    guard case .text(let text)? = value(of: key) else { return nil }
    return text
  }

  /// What a name stands for in the arithmetic of the next layer.
  private func value(of name: String) -> WrittenValue.Content? {
    if let fact = facts[name] { return fact }
    if let value = values[Key.canonicalName(of: name)] { return value }
    guard let standard = Key.named(name)?.standard else { return nil }
    return WrittenValue.Content(declared: standard) { self.value(of: $0) }
  }
}

/// What one file or the environment sets.
struct SettingsLayer {
  enum Kind {
    case file
    /// A file in which other programs keep variables of their own.
    case environmentFile
    case variables
  }

  static let prefix = "ANGELX_"

  private(set) var assignments: [Assignment]
  let kind: Kind
  private(set) var findings: [Finding]

  init(assignments: [Assignment], kind: Kind, findings: [Finding]) {
    self.assignments = assignments
    self.kind = kind
    self.findings = findings
  }

  /// Adds what is only a text where it stands, read by what its key may hold.
  mutating func add(
    _ name: String, _ text: String, at place: Place,
    names: (String) -> WrittenValue.Content?
  ) {
    let short = name.hasPrefix(Self.prefix) ? String(name.dropFirst(Self.prefix.count)) : name
    // What says where to look keeps its whole name: it is no key.
    let key = SettingsMerge.variables[name] == nil ? short : name
    let shape = Key.named(key)?.shape ?? .text(.line)
    do {
      let content = try withoutActuallyEscaping(names) { names throws(LanguageProblem) in
        try EnvironmentValue(place: place, names: names).content(of: text, as: shape)
      }
      assignments.append(
        Assignment(key: key, place: place, value: WrittenValue(content, at: place), uses: []))
    } catch {
      let problem = Key.isSensitive(key) ? error.concealed(of: key) : error
      findings.append(
        Finding(.error, "syntax", key: key, at: place, problem.message, fix: problem.fix))
    }
  }
}
