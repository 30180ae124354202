extension String: ArgumentValue {
  /// Reads any text but an empty one.
  public init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument
  }

  /// The text itself.
  public var argument: String { self }

  /// What a word must be.
  public static var wanted: String { "some text" }
}

extension Int: ArgumentValue {
  /// Reads a whole number in decimal digits.
  public init?(argument: String) { self.init(argument) }

  /// What a word must be.
  public static var wanted: String { "a whole number" }
}

extension Double: ArgumentValue {
  /// Reads a finite decimal number; `nan`, `inf` and hexadecimal spellings are no numbers here.
  public init?(argument: String) {
    let allowed = argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard allowed, let value = Double(argument), value.isFinite else { return nil }
    self = value
  }

  /// The number in the fewest digits, without a point where it is whole.
  public var argument: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// What a word must be.
  public static var wanted: String { "a number" }
}

extension Bool: ArgumentValue {
  /// Reads the words of shells and configurations for yes and no.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "1", "true", "yes", "on": self = true
    case "0", "false", "no", "off": self = false
    default: return nil
    }
  }

  /// What a word must be.
  public static var wanted: String { "true or false" }

  /// The words that are offered.
  public static var choices: [String] { ["true", "false"] }
}
