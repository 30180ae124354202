extension String: ArgumentValue {
  package init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument
  }

  package var argument: String { self }

  package static var wanted: String { "some text" }
}

extension Int: ArgumentValue {
  package init?(argument: String) { self.init(argument) }

  package var argument: String { description }

  package static var wanted: String { "a whole number" }
}

extension Double: ArgumentValue {
  /// Reads a finite decimal number; `nan`, `inf` and hexadecimal spellings are no numbers here.
  package init?(argument: String) {
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

  package var argument: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  package static var wanted: String { "a number" }
}

extension Bool: ArgumentValue {
  package init?(argument: String) {
    switch argument.lowercased() {
    case "1", "true", "yes", "on": self = true
    case "0", "false", "no", "off": self = false
    default: return nil
    }
  }

  package var argument: String { description }

  package static var wanted: String { "true or false" }

  package static var choices: [String] { ["true", "false"] }
}
