public import Scalars

/// The value of every key, from all layers together.
public struct Settings: Sendable {
  private let byName: [String: Setting]
  /// What is wrong with the text of the files, with keys, and with single values.
  public let findings: [Finding]

  /// Keys that were set to what cannot be used, and so hold something else.
  private let unusable: Set<String>
  /// Where secrets stand in files.
  let secrets: [(key: String, place: Place)]

  init(
    _ byName: [String: Setting], findings: [Finding], unusable: Set<String>,
    secrets: [(key: String, place: Place)]
  ) {
    self.byName = byName
    self.findings = findings
    self.unusable = unusable
    self.secrets = secrets
  }

  /// All settings, in the order of the manual.
  public var all: [Setting] { Key.all.map { self[$0] } }

  /// The setting of a key.
  public subscript(key: Key) -> Setting { self[key.name] }

  /// The setting of a declared key, by its name.
  public subscript(name: String) -> Setting {
    guard let setting = byName[name] else { preconditionFailure("no key is named \(name)") }
    return setting
  }

  // MARK: Typed reading

  /// What a key holds, where that is a number.
  public func number(_ name: String) -> Number? {
    if case .number(let number) = content(name) { number } else { nil }
  }

  /// What a key holds, where that is a text.
  public func text(_ name: String) -> String? {
    if case .text(let text) = content(name) { text } else { nil }
  }

  /// What a key holds; nothing where it was set to what cannot be used, so that nothing is concluded from
  /// its default.
  private func content(_ name: String) -> WrittenValue.Content {
    unusable.contains(name) ? .none : self[name].value.content
  }

  /// Whether a switch is on.
  public func isOn(_ name: String) -> Bool { self[name].value.content == .boolean(true) }

  /// The values of a list; none where the key holds `None`.
  public func list(_ name: String) -> [WrittenValue] {
    if case .list(let values) = content(name) { values } else { [] }
  }

  /// The members of a dictionary; none where the key holds `None`.
  public func members(_ name: String) -> [WrittenValue.Entry] {
    if case .dictionary(let entries) = content(name) { entries } else { [] }
  }
}

extension WrittenValue {
  /// The number that it is.
  public var number: Number? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The text that it is.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The values of the list or tuple that it is.
  public var elements: [WrittenValue] {
    if case .list(let values) = content { values } else { [] }
  }

  /// The member of a name of the dictionary that it is.
  public subscript(name: String) -> WrittenValue? {
    guard case .dictionary(let entries) = content else { return nil }
    return entries.first { $0.name.text == name }?.value
  }
}
