/// What a command says about itself: plain text, no behaviour.
package struct CommandFacts: Sendable {
  /// The word that picks the command, such as `filter`.
  package var name: String
  /// One sentence that says what the command does.
  package var summary: String
  /// The heading under which the program's own help lists the command.
  package var group: String
  /// Paragraphs for the long help and the manual.
  package var discussion: [String]
  /// Command lines worth copying.
  package var examples: [CommandExample]
  /// The exit codes that apply besides the `ExitCode.shared` ones.
  package var exitCodes: [ExitCode]
  /// Other commands by name, and pages such as `angelx-config(5)`.
  package var seeAlso: [String]
  /// Whether help, manual and completions list the command.
  package var isShown: Bool

  /// Creates the facts of one command.
  package init(
    name: String, summary: String, group: String = "Commands", discussion: [String] = [],
    examples: [CommandExample] = [], exitCodes: [ExitCode] = [], seeAlso: [String] = [],
    isShown: Bool = true
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.discussion = discussion
    self.examples = examples
    self.exitCodes = exitCodes
    self.seeAlso = seeAlso
    self.isShown = isShown
  }
}

/// A command line and what it shows.
package struct CommandExample: Sendable {
  /// The line as typed into a shell, starting with the program's name.
  package let line: String
  /// One sentence that says what the line does.
  package let shows: String
  /// Whether the line writes nothing to standard output when all is well.
  package let isSilent: Bool

  /// Creates an example.
  package init(_ line: String, shows: String, isSilent: Bool = false) {
    self.line = line
    self.shows = shows
    self.isSilent = isSilent
  }
}

/// What a program says about itself, besides its commands.
package struct ProgramFacts: Sendable {
  /// The program's name as typed.
  package var name: String
  /// One sentence that says what the program is for.
  package var summary: String
  /// Paragraphs for the manual.
  package var discussion: [String]
  /// Command lines worth copying.
  package var examples: [CommandExample]
  /// Environment variables that belong to no option, such as `NO_COLOR`.
  package var environment: [NamedText]
  /// Files and folders that the program reads and writes.
  package var files: [NamedText]
  /// Pages besides those of the commands, such as `angelx-config(5)`.
  package var seeAlso: [String]
  /// Whether a name is that of a key of the configuration, which then sets the option of that name; nil
  /// for a program without a configuration.
  package var isKey: (@Sendable (_ name: String) -> Bool)?

  /// Creates the facts of one program.
  package init(
    name: String, summary: String, discussion: [String] = [], examples: [CommandExample] = [],
    environment: [NamedText] = [], files: [NamedText] = [], seeAlso: [String] = [],
    isKey: (@Sendable (_ name: String) -> Bool)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.environment = environment
    self.files = files
    self.seeAlso = seeAlso
    self.isKey = isKey
  }

  /// Whether options may be set by the keys of a configuration; without one no text speaks of it.
  package var hasConfiguration: Bool { isKey != nil }
}

/// A name and the sentences that explain it.
package struct NamedText: Sendable {
  package let name: String
  package let text: String

  /// Creates an entry of a list of explained names.
  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
