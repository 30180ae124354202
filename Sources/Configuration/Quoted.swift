import Expressions

/// What somebody wrote, quoted for a message: cut at 40 characters, without what a terminal obeys.
func quoted(_ text: some StringProtocol) -> String { quotation(of: text) }

/// The name of a file for a command line that can be copied: whole, without what a terminal obeys.
func printed(_ path: String) -> String {
  path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "'" }
    ? path : printable(path)
}
