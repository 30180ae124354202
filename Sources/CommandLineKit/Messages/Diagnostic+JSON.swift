extension Diagnostic {
  /// The message as one JSON object without a newline; what is not known is left out.
  ///
  /// - Parameter time: when it was said, where that is to be put down.
  package func json(at time: String? = nil) -> String {
    var members: [(String, String)] = []
    func add(_ key: String, _ value: String?) {
      if let value { members.append((key, value)) }
    }
    add("ts", time.map(Self.text))
    add("level", Self.text(level.rawValue))
    add("command", command.map(Self.text))
    add("file", file.map(Self.text))
    add("line", line.map { String($0) })
    add("column", column.map { String($0) })
    add("field", field.map(Self.text))
    add("code", Self.text(code))
    add("message", Self.text(message))
    add("hint", hint.map(Self.text))
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  /// A JSON string; what a terminal may obey is escaped beyond what JSON asks for.
  private static func text(_ value: String) -> String {
    value.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where ForeignText.isDangerous(scalar):
        for unit in String(scalar).utf16 {
          result += "\\u" + ForeignText.hexadecimal(UInt32(unit), digits: 4)
        }
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
