/// The variables that a program was started with.
///
/// They stay entries such as `COLUMNS=80`, among which a name is looked for when it is asked about: a
/// command line asks for a few of them, and to make a dictionary of all would take longer.
package struct Environment: Sendable {
  private let entries: [String]

  /// Takes the entries as the system holds them; what has no sign in it is no variable.
  package init(entries: [String]) {
    self.entries = entries
  }

  /// The value of a variable; of a name that is there twice the first one counts, as for `getenv`.
  package subscript(name: String) -> String? {
    let beginning = "\(name)="
    return entries.first { $0.utf8.starts(with: beginning.utf8) }
      .map { String($0.unicodeScalars.dropFirst(beginning.unicodeScalars.count)) }
  }

  /// Whether any variable has a name that begins so.
  func hasName(beginningWith beginning: String) -> Bool {
    entries.contains { $0.utf8.starts(with: beginning.utf8) }
  }

  /// All variables by name.
  package var variables: [String: String] {
    let pairs = entries.compactMap { entry in
      entry.unicodeScalars.firstIndex(of: "=").map { sign in
        (String(entry.unicodeScalars[..<sign]), String(entry.unicodeScalars[sign...].dropFirst()))
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Environment: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral variables: (String, String)...) {
    self.init(entries: variables.map { "\($0)=\($1)" })
  }
}
