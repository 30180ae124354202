import Scalars

/// The words of a command line, told apart but not yet understood.
struct TypedArguments {
  /// A value with the long name of its option and the name that it was typed under, such as `-n`.
  struct Value: Equatable {
    let option: String
    let text: String
    let spelling: String
  }

  /// The values of all options, in the order in which they were typed.
  var options: [Value] = []
  /// Everything that belongs to no option.
  var positionals: [String] = []

  /// The values of the option with a long name.
  func values(of option: String) -> [Value] { options.filter { $0.option == option } }

  func has(_ option: BuiltInOption) -> Bool { options.contains { $0.option == option.name } }
}

/// Tells options, their values and positionals apart.
struct ArgumentReader {
  private let options: [ParameterFacts]
  private let owners: (String) -> [String]
  private var rest: ArraySlice<String> = []
  private var typed = TypedArguments()

  /// Creates a reader of a command's options.
  ///
  /// - Parameters:
  ///   - owners: The other commands that have an option, given as typed.
  init(options: [ParameterFacts], owners: @escaping (String) -> [String] = { _ in [] }) {
    self.options = options
    self.owners = owners
  }

  /// Reads all words, or up to a request for help or for the version.
  mutating func read(_ words: [String]) throws(UsageError) -> TypedArguments {
    rest = words[...]
    typed = TypedArguments()
    while let word = rest.popFirst(), !typed.has(.help), !typed.has(.version) {
      if word == "--" {
        typed.positionals += rest
        rest = []
      } else if !Self.isOption(word) {
        typed.positionals.append(word)
      } else if word.hasPrefix("--") {
        try readLong(word)
      } else {
        try readShort(word)
      }
    }
    return typed
  }

  // A command line has too few words to make it worth while to prepare for them.
  private func option(named name: String) -> ParameterFacts? {
    options.first { $0.name == name }
  }

  private func option(of letter: Character) -> ParameterFacts? {
    options.first { $0.short == letter }
  }

  /// Whether a word names options; `-` and negative numbers do not.
  static func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
    return !(second.isNumber || second == ".")
  }

  private mutating func readLong(_ word: String) throws(UsageError) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = option(named: name) else { throw unknown("--\(name)") }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    try take(option, as: "--\(name)", attached)
  }

  private mutating func readShort(_ word: String) throws(UsageError) {
    let name = word.prefix { $0 != "=" }
    if spellsLong(name) { throw unknown(String(name)) }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = option(of: letter) else {
        throw isMeantAsLong(word) ? unknown(word) : unknown("-\(letter)")
      }
      if letters.first == "=" {
        throw .equalsSign(behind: "-\(letter)", option, value: String(letters.dropFirst()))
      }
      let attached = option.kind == .flag || letters.isEmpty ? nil : String(letters)
      if attached != nil { letters = "" }
      try take(option, as: "-\(letter)", attached)
    }
  }

  private mutating func take(
    _ option: ParameterFacts, as spelling: String, _ attached: String?
  ) throws(UsageError) {
    let text: String
    if let attached {
      text = attached
    } else {
      text = option.kind == .flag ? "true" : try nextWord(option, spelling)
    }
    typed.options.append(.init(option: option.name, text: text, spelling: spelling))
  }

  private mutating func nextWord(
    _ option: ParameterFacts, _ spelling: String
  ) throws(UsageError) -> String {
    guard let next = rest.first, next != "--", !isDeclared(next) else {
      let mistaken = rest.first.flatMap { $0 == "--" ? nil : $0 }
      throw .missingValue(option, as: spelling, mistaken: mistaken)
    }
    rest.removeFirst()
    return next
  }

  /// Whether a word names options of the command, or was most likely meant to.
  ///
  /// Other words that begin with a hyphen may be values, such as the condition `-delta > 0.3`. No
  /// letter or name is followed by a blank, so such a condition is one also where its first letter
  /// is that of an option.
  private func isDeclared(_ word: String) -> Bool {
    guard Self.isOption(word) else { return false }
    if word.hasPrefix("--") {
      let name = word.dropFirst(2).prefix { $0 != "=" }
      return !name.contains(" ") && nearestLong(to: String(name)) != nil
    }
    for letter in word.dropFirst() {
      guard let option = option(of: letter) else { return false }
      if option.kind == .option { return !word.contains(" ") }
    }
    return true
  }

  private func unknown(_ option: String) -> UsageError {
    .unknownOption(option, nearest: nearestLong(to: option), owners: owners(option))
  }

  /// Whether a word such as `-where` is a long name that lacks a hyphen, at most one letter wrong.
  ///
  /// Read as letters it would be `-w` with the value `here`. In words of up to three letters one of
  /// them says too little.
  private func spellsLong(_ word: Substring) -> Bool {
    let letters = Array(word.utf8.dropFirst())
    return options.lazy.map(\.name).contains { name in
      name.utf8.elementsEqual(letters) && letters.count > 1
        || letters.count > 3 && editDistance(letters, Array(name.utf8)) <= 1
    }
  }

  /// Whether a word such as `-count` is a long name that lacks a hyphen.
  private func isMeantAsLong(_ word: String) -> Bool { nearestLong(to: word) != nil }

  private func nearestLong(to word: String) -> String? {
    let name = String(word.drop { $0 == "-" })
    // A single letter is near to every other letter: nothing can be read out of it.
    guard name.count > 1 else { return nil }
    if option(named: name) != nil { return "--\(name)" }
    return nearest(to: name, in: options.map(\.name).sorted(), acceptingBeginnings: true).map {
      "--\($0)"
    }
  }
}
