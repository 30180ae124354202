/// A manual page in the mdoc language, built from top to bottom.
package struct ManualPage: Sendable {
  /// An entry of a list of explained terms.
  package typealias Entry = (term: [ManualWord], paragraphs: [String])

  private var body: String
  /// Whether text follows text, so that a paragraph must be set off.
  private var needsBreak = false

  /// Begins a page with its head and its NAME section.
  ///
  /// - Parameters:
  ///   - name: The page's name, such as `angelx-filter`.
  ///   - section: The section of the manual: 1 for commands, 5 for file formats.
  ///   - date: The date of the text, such as `November 21, 2026`.
  ///   - summary: What the page is about; a sentence's capital and full stop are taken off.
  package init(_ name: String, section: Int, date: String, summary: String) {
    let program = Roff.escaped(String(name.prefix { $0 != "-" }))
    body =
      ".Dd \(Roff.escaped(date))\n.Dt \(Roff.escaped(name.uppercased())) \(section)\n.Os \(program)\n"
      + ".Sh NAME\n.Nm \(Roff.escaped(name))\n.Nd \(Roff.escaped(Self.asPhrase(summary)))\n"
  }

  /// The whole page.
  package var text: String { body }

  /// Begins a section, such as `DESCRIPTION`.
  package mutating func section(_ title: String) {
    body += ".Sh \(Roff.escaped(title))\n"
    needsBreak = false
  }

  /// Begins a part of a section.
  package mutating func subsection(_ title: String) {
    body += ".Ss \(Roff.escaped(title))\n"
    needsBreak = false
  }

  /// Adds a paragraph of running text.
  package mutating func paragraph(_ text: String) {
    if needsBreak { body += ".Pp\n" }
    body += Roff.lines(text)
    needsBreak = true
  }

  /// Adds a line of marked words.
  package mutating func line(_ words: [ManualWord]) {
    body += "." + words.map(\.macro).joined(separator: " ") + "\n"
    needsBreak = true
  }

  /// Adds a list of terms with their explanations set in below.
  package mutating func terms(_ entries: [Entry]) {
    guard !entries.isEmpty else { return }
    body += ".Bl -tag -width Ds\n"
    for entry in entries {
      body += ".It " + entry.term.map(\.macro).joined(separator: " ") + "\n"
      body += entry.paragraphs.map(Roff.lines).joined(separator: ".Pp\n")
    }
    body += ".El\n"
    needsBreak = true
  }

  /// Adds a table; the last column takes the rest of the line.
  package mutating func columns(_ titles: [String], rows: [[String]]) {
    let widest = titles.indices.map { place in
      ([titles] + rows).map { $0[place] }.max { $0.displayWidth < $1.displayWidth } ?? ""
    }
    body += ".Bl -column " + widest.map { "\"\(Roff.escaped($0))\"" }.joined(separator: " ") + "\n"
    body += ".It " + titles.map { "Sy \(Roff.argument($0))" }.joined(separator: " Ta ") + "\n"
    for row in rows {
      body += ".It " + row.map(Roff.argument).joined(separator: " Ta ") + "\n"
    }
    body += ".El\n"
    needsBreak = true
  }

  /// Adds lines that stand as they are, set in.
  package mutating func literal(_ text: String) {
    body += ".Bd -literal -offset indent\n"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      body += (line.hasPrefix(".") ? "\\&" : "") + Roff.escaped(String(line)) + "\n"
    }
    body += ".Ed\n"
    needsBreak = true
  }

  /// Adds a SEE ALSO section; an empty list adds nothing.
  package mutating func seeAlso(_ pages: [ManualWord]) {
    guard !pages.isEmpty else { return }
    section("SEE ALSO")
    body += pages.map { "." + $0.macro }.joined(separator: " ,\n") + "\n"
  }

  private static func asPhrase(_ sentence: String) -> String {
    let phrase = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return phrase.prefix(1).lowercased() + phrase.dropFirst()
  }
}
