/// Reads a shell line as far as the examples of a manual need it.
///
/// It knows quotes, backslashes, pipes, lists and redirections; substitutions stay as they stand.
struct ShellWords {
  /// The words of each simple command of the line, redirections left out; nil when a quote or a
  /// backslash has no end.
  static func commands(in line: String) -> [[String]]? {
    var reader = ShellWords(line)
    return reader.read()
  }

  private var rest: Substring
  private var commands: [[String]] = [[]]
  private var word: String?
  /// Whether the next word is the file of a redirection.
  private var isRedirected = false

  private init(_ line: String) { rest = line[...] }

  private mutating func read() -> [[String]]? {
    while let character = rest.popFirst() {
      switch character {
      case "'", "\"":
        guard readQuoted(until: character) else { return nil }
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case " ", "\n": endWord()
      case "|", ";", "&":
        endWord()
        commands.append([])
      case "<", ">":
        // A number in front of it is a descriptor and not a word.
        if Int(word ?? "") != nil { word = nil }
        endWord()
        isRedirected = true
      default: word = (word ?? "") + String(character)
      }
    }
    endWord()
    return commands.filter { !$0.isEmpty }
  }

  private mutating func readQuoted(until quote: Character) -> Bool {
    word = word ?? ""
    while let character = rest.popFirst() {
      if character == quote { return true }
      let isEscape = character == "\\" && quote == "\"" && "\"\\$`".contains(rest.first ?? " ")
      word?.append(isEscape ? rest.removeFirst() : character)
    }
    return false
  }

  private mutating func endWord() {
    guard let word else { return }
    if !isRedirected { commands[commands.count - 1].append(word) }
    self.word = nil
    isRedirected = false
  }
}
