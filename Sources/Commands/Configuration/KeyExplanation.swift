import CommandLineKit
import Configuration
import Scalars

/// Says all about one key: what it does, what it may hold, and what it holds now.
struct KeyExplanation {
  private let terminal: TerminalFacts

  init(_ terminal: TerminalFacts) {
    self.terminal = terminal
  }

  /// The explanation of a key by any of its names.
  func text(of name: String, _ settings: Settings) throws(UsageError) -> String {
    let upper = name.uppercased()
    for group in KeyGroup.all {
      if let key = group.keys.first(where: { $0.name == upper || $0.otherNames.contains(upper) }) {
        return text(key, group, settings[key])
      }
      if let key = group.retired.first(where: { $0.name == upper }) {
        return title(key.name) + wrapped("No longer used. \(key.instead)")
      }
    }
    let names = Key.all.flatMap { [$0.name] + $0.otherNames }
    let near = nearest(to: upper, in: names, acceptingBeginnings: true)
    throw .combination(
      "--explain: no key is named '\(ForeignText.printable(name))'; "
        + (near.map { "did you mean '\($0)'?" } ?? "--keys lists them all"))
  }

  private func text(_ key: Key, _ group: KeyGroup, _ setting: Setting) -> String {
    var rows = [
      ("value", setting.shown), ("set by", setting.source.description),
      ("default", key.standard), ("expected", key.shape.wanted),
    ]
    if !key.shape.unit.isEmpty { rows.append(("unit", key.shape.unit)) }
    rows.append(("group", group.title))
    if key.isFrozen { rows.append(("frozen", "may not change during a trading day")) }
    if !key.otherNames.isEmpty {
      rows.append(("also read", key.otherNames.joined(separator: ", ")))
    }
    rows.append(("variable", "ANGELX_\(key.name)"))
    let members = key.shape.allMembers
    return title(key.name) + wrapped(key.meaning) + "\n" + table(rows)
      + (members.isEmpty
        ? "" : "\nmembers\n" + table(members.map { ($0.path, MemberText.text(of: $0.member)) }))
  }

  private func title(_ name: String) -> String { terminal.style.paint(name, .bold) + "\n" }

  private func wrapped(_ text: String) -> String {
    text.wrapped(toWidth: terminal.width - 2).map { "  \($0)\n" }.joined()
  }

  private func table(_ rows: [(String, String)]) -> String {
    let width = (rows.map(\.0.count).max() ?? 0) + 4
    return rows.map { label, value in
      let lines = value.wrapped(toWidth: max(20, terminal.width - width))
      let margin = "\n" + String(repeating: " ", count: width)
      let padding = String(repeating: " ", count: width - 2 - label.count)
      return "  \(label)\(padding)\(lines.joined(separator: margin))\n"
    }.joined()
  }
}
