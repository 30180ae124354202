import CommandLineKit
import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  private static let description = orchard.description

  @Test(arguments: CompletionShell.allCases)
  func scriptIsAsRecorded(shell: CompletionShell) throws {
    try expectGolden(
      Self.description.completions(for: shell), shell.fileName(program: "orchard"))
  }

  @Test(arguments: CompletionShell.allCases.filter { Tool.isInstalled($0.rawValue) })
  func scriptIsAcceptedByItsShell(shell: CompletionShell) throws {
    let scratch = try Scratch()
    let script = try scratch.put("script", Self.description.completions(for: shell))
    let result = try Tool.run(try #require(Tool.path(of: shell.rawValue)), ["-n", script])
    #expect(result == Tool.Result(output: [], errors: [], status: 0))
  }

  /// What is offered behind some words, the last of them half typed.
  struct Case: CustomTestStringConvertible {
    let words: [String]
    let offers: Set<String>
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: String..., offers: Set<String>) {
      self.words = words
      self.offers = offers
    }
  }

  static let cases = [
    Case("p", offers: ["pick", "press"]),
    Case("help", "pi", offers: ["pick"]),
    Case("pick", "--fr", offers: ["--fruit"]),
    Case("pick", "--fruit", "p", offers: ["pear", "plum"]),
    Case("pick", "--fruit=p", offers: ["pear", "plum"]),
    Case("pick", "--kinds", "apple,p", offers: ["pear", "plum"]),
    Case("pick", "--trees", "o", offers: ["oak", "olive"]),
    Case("pick", "--trees", "yew,o", offers: ["oak", "olive"]),
    Case("pick", "--config", "cr", offers: ["crate.txt", "crates"]),
    Case("pick", "cr", offers: ["crate.txt", "crates"]),
    Case("pick", "-n", "3", "crate.txt", "crate.", offers: ["crate.txt"]),
    Case("press", "--cellar", "cr", offers: ["crates"]),
    Case("press", "j", offers: ["juice"]),
    Case("press", "-s", "3K", "j", offers: ["juice"]),
    Case("press", "--size=3K", "juice", "t", offers: ["tall", "tub"]),
    Case("press", "--quiet", "--color", "a", offers: ["auto", "always"]),
  ]

  @Test(.enabled(if: Tool.isInstalled("bash")), arguments: cases)
  func bashOffers(_ case: Case) throws {
    try expect(`case`, "bash") { words in
      let split = words.flatMap { word -> [String] in
        let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 ? [parts[0], "=", parts[1]] : [word]
      }
      let array = (["orchard"] + split).map { "'\($0)'" }.joined(separator: " ")
      return """
        source ./orchard.bash
        COMP_WORDS=(\(array))
        COMP_CWORD=\(split.count)
        _orchard
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    }
  }

  @Test(.enabled(if: Tool.isInstalled("fish")), arguments: cases)
  func fishOffers(_ case: Case) throws {
    try expect(`case`, "fish") { words in
      """
      source ./orchard.fish
      complete -C 'orchard \(words.joined(separator: " "))'
      """
    }
  }

  @Test(.enabled(if: Tool.isInstalled("zsh")), arguments: cases)
  func zshOffers(_ case: Case) throws {
    try expect(`case`, "zsh") { words in
      zshDriver(line: "orchard \(words.joined(separator: " "))")
    }
  }

  /// Runs the shell's script in a folder with some files and a program that knows trees and tanks.
  private func expect(_ case: Case, _ shell: String, script: ([String]) -> String) throws {
    let scratch = try Scratch()
    try scratch.put("crate.txt", "")
    try scratch.put("crates/inner.txt", "")
    try scratch.put(
      "orchard",
      """
      #!/bin/sh
      case "$1 $2 $4" in
        "__complete tree pick") printf 'oak\\nolive\\nyew\\n' | grep "^$3" ;;
        "__complete tank press") printf 'tall\\ntub\\n' | grep "^$3" ;;
      esac
      """, permissions: 0o755)
    for shell in CompletionShell.allCases {
      try scratch.put(
        shell.fileName(program: "orchard"), Self.description.completions(for: shell))
    }
    try scratch.put("driver", script(`case`.words))
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let result = try Tool.run(
      try #require(Tool.path(of: shell)), ["driver"],
      environment: [
        "PATH": "\(scratch.path):\(folders)", "HOME": scratch.path, "TERM": "dumb",
      ],
      in: scratch.url)
    let output = result.outputText + result.errorText
    let offers = output.split(whereSeparator: \.isNewline).map(plainOffer)
    #expect(Set(offers) == `case`.offers, "\(shell) answered: \(output)")
  }

  /// The offer without the description, list head, option or slash that a shell adds to it.
  private func plainOffer(_ line: Substring) -> String {
    var offer = line.prefix { $0 != "\t" }
    if let comma = offer.lastIndex(of: ",") { offer = offer[offer.index(after: comma)...] }
    if offer.hasPrefix("--"), let equals = offer.firstIndex(of: "=") {
      let value = offer[offer.index(after: equals)...]
      offer = value.isEmpty ? offer[..<equals] : value
    }
    return String(offer.hasSuffix("/") ? offer.dropLast() : offer)
  }

  /// Types a line and a tab into an interactive zsh that notes every match on the way.
  private func zshDriver(line: String) -> String {
    """
    zmodload zsh/zpty
    cat > setup <<'END'
    PROMPT='' RPROMPT='' LISTMAX=10000
    unsetopt zle_bracketed_paste 2>/dev/null
    autoload -Uz compinit && compinit -u -D
    source ./_orchard
    compadd() {
      if [[ ${argv[(I)-[A-Za-z]#[OAD]]} == 0 ]]; then
        local -a noted
        builtin compadd -O noted "$@"
        print -rl -- $noted >> matches
      fi
      builtin compadd "$@"
    }
    finish() { print done > finished; exit }
    zle -N finish
    bindkey '^X' finish
    bindkey '^I' complete-word
    print ready > started
    END
    wait-for() {
      local end=$((SECONDS + 20)) text
      while [[ ! -e $1 && $SECONDS -lt $end ]]; do zpty -r -t shell text; sleep 0.02; done
    }
    : > matches
    zpty shell 'zsh -f -i'
    zpty -w shell 'source ./setup'
    wait-for started
    zpty -w -n shell $'\(line)\\t\\C-x'
    wait-for finished
    zpty -d shell
    sort -u matches
    """
  }
}
