internal import Digests
public import Scalars

/// What was fixed, for which day, and when.
public struct Freeze: Sendable, Equatable {
  /// The day for which it holds.
  public let day: Day
  /// When it was fixed.
  public let frozenAt: Timestamp
  /// What was fixed.
  public let settings: FrozenSettings

  /// Creates a freeze.
  public init(day: Day, frozenAt: Timestamp, settings: FrozenSettings) {
    self.day = day
    self.frozenAt = frozenAt
    self.settings = settings
  }
}

extension Freeze {
  /// The freeze as a JSON object, with the hash of the settings.
  public var text: String {
    let settings = settings.values.map { "    \(Self.quoted($0.key)): \(Self.quoted($0.text))" }
    return """
      {
        "day": "\(day)",
        "frozen_at": "\(frozenAt)",
        "sha256": "\(self.settings.digest)",
        "settings": {
      \(settings.joined(separator: ",\n"))
        }
      }

      """
  }

  /// Reads what ``text`` gives.
  ///
  /// Nil for anything else, also where the settings are not those of the hash: then the file was changed
  /// by hand, and says nothing.
  public init?(text: String) {
    // The objects, texts and escapes of JSON are also those of the configuration's language.
    guard let content = WrittenValue.Content(declared: text) else { return nil }
    let freeze = WrittenValue(content, at: Place(file: "freeze"))
    guard let day = freeze["day"]?.text.flatMap({ try? Day(text: Array($0.utf8).span) }),
      let time = freeze["frozen_at"]?.text,
      let frozenAt = try? Timestamp(rfc3339: Array(time.utf8).span),
      let digest = freeze["sha256"]?.text.flatMap({ Digest($0) }),
      case .dictionary(let entries) = freeze["settings"]?.content
    else { return nil }
    var values: [FrozenSettings.Value] = []
    for entry in entries {
      guard let key = entry.name.text, let value = entry.value.text else { return nil }
      values.append(.init(key: key, text: value))
    }
    let settings = FrozenSettings(values: values)
    guard settings.digest == digest else { return nil }
    self.init(day: day, frozenAt: frozenAt, settings: settings)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
