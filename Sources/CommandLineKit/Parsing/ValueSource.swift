/// Where an effective value comes from; the first of these that gives one wins.
package enum ValueSource: Sendable, Equatable, CustomStringConvertible {
  case commandLine(spelling: String)
  case environment(variable: String)
  case configuration(key: String, place: String)
  case standard

  package var description: String {
    switch self {
    case .commandLine(let spelling): "command line, \(spelling)"
    case .environment(let variable): "environment, \(variable)"
    case .configuration(let key, let place): "\(place), \(key)"
    case .standard: "default"
    }
  }

  /// The name that a person has to look for when the value is wrong.
  var culprit: String {
    switch self {
    case .commandLine(let spelling): spelling
    case .environment(let variable): variable
    case .configuration(let key, let place): "\(place): \(key)"
    case .standard: "the default"
    }
  }
}

/// The value that a parameter has in the end, and why.
package struct EffectiveValue: Sendable, Equatable {
  /// The option as typed, such as `--jobs`, or the name of a positional.
  package let parameter: String
  /// The value as text; nil when there is none.
  package let text: String?
  /// What a default without a text is, in words.
  package let phrase: String?
  package let source: ValueSource
}

/// A value from the configuration, with the place where it stands, such as `angelx.conf:3:8`.
package struct ConfiguredText: Sendable, Equatable {
  package let text: String
  package let place: String

  /// Creates a value that was found at a place.
  package init(_ text: String, place: String) {
    self.text = text
    self.place = place
  }
}

/// Finds the value of a configuration key; nil for a key that is not set.
package typealias ConfigurationLookup = (_ key: String) -> ConfiguredText?
