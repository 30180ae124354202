/// A word of a manual page that is marked as what it is.
package enum ManualWord: Sendable {
  /// An option as typed, such as `--jobs` or `-n`.
  case option(String)
  /// What stands for a value, such as `FILE`.
  case value(String)
  /// What may be left out.
  indirect case optional([ManualWord])
  /// The name of a command or a program.
  case name(String)
  /// A word that is typed as it is.
  case literal(String)
  /// An environment variable.
  case variable(String)
  case path(String)
  /// Another page, such as `angelx-config(5)`; without a section it is a command's.
  case page(String)
  case text(String)
  case comma

  /// The macro and its argument.
  var macro: String {
    switch self {
    case .option(let option): "Fl \(Roff.argument(String(option.dropFirst())))"
    case .value(let name): "Ar \(Roff.argument(name))"
    case .optional(let words): "Op " + words.map(\.macro).joined(separator: " ")
    case .name(let name): "Nm \(Roff.argument(name))"
    case .literal(let word): "Cm \(Roff.argument(word))"
    case .variable(let name): "Ev \(Roff.argument(name))"
    case .path(let path): "Pa \(Roff.argument(path))"
    case .page(let page): "Xr \(Self.reference(page))"
    case .text(let text): "No \(Roff.argument(text))"
    case .comma: ","
    }
  }

  private static func reference(_ page: String) -> String {
    let parts = page.split(whereSeparator: { "()".contains($0) })
    let name = parts.first.map(String.init) ?? ""
    return "\(Roff.escaped(name)) \(parts.count > 1 ? parts[1] : "1")"
  }
}
