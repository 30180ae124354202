public import Digests
public import Scalars

/// What the log of what was done says of a freeze.
public struct LoggedFreeze: Sendable, Equatable {
  /// The day for which it holds.
  public let day: Day
  /// The hash of the settings that were fixed.
  public let digest: Digest

  /// The names of the events, the second of which is for other settings than those of the first.
  public static let events = (first: "configuration_frozen", again: "configuration_unfrozen")

  /// Reads a line of the log; nil where it is about something else.
  public init?(line: String) {
    guard line.contains(text: "\"configuration_"),
      // The objects, texts and escapes of JSON are also those of the configuration's language.
      let content = WrittenValue.Content(declared: line)
    else { return nil }
    let entry = WrittenValue(content, at: Place(file: "log"))
    guard let event = entry["event"]?.text,
      event == Self.events.first || event == Self.events.again,
      let day = entry["day"]?.text.flatMap({ try? Day(text: Array($0.utf8).span) }),
      let digest = entry["sha256"]?.text.flatMap({ Digest($0) })
    else { return nil }
    self.day = day
    self.digest = digest
  }
}
