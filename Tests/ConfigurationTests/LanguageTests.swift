import Scalars
import Testing

@testable import Configuration

/// The language of files: what is read, and what each mistake is told.
@Suite struct LanguageTests {
  /// A text with what its only value is, as it would be written again.
  struct Sound: Sendable, CustomTestStringConvertible {
    let text: String
    let spelling: String

    init(_ text: String, _ spelling: String) {
      self.text = text
      self.spelling = spelling
    }

    var testDescription: String { text }
  }

  static let values = [
    Sound("100000", "100000"),
    Sound("1_00_000", "100000"),
    Sound("2.50", "2.50"),
    Sound("-3", "-3"),
    Sound("1e3", "1000"),
    Sound("True", "True"), Sound("false", "False"), Sound("None", "None"),
    Sound("'kelly'", "'kelly'"), Sound("\"it's\"", "'it\\'s'"),
    Sound("'a # is no comment here'  # this is one", "'a # is no comment here'"),
    Sound("'\\u20B9 \\\\'", "'₹ \\\\'"),
    Sound("[1, 2.5, 'x']", "[1, 2.5, 'x']"), Sound("(1, 2,)", "[1, 2]"), Sound("()", "[]"),
    Sound("(5)", "5"), Sound("(1 + 2) * 3", "9"),
    Sound("{'a': 1, \"b\": [True, None]}", "{'a': 1, 'b': [True, None]}"),
    Sound("[\n  1,  # one\n\n  2\n]", "[1, 2]"),
    Sound("(\n  0.02\n  * 100000\n)", "2000.00"),
    Sound("min(64, CPU_COUNT * 4)", "32"),
    Sound("0.1 + 0.2", "0.3"),
    Sound("round(10 / 3, 2)", "3.33"),
    Sound("[('09:15', 'close', 1.3)]", "[['09:15', 'close', 1.3]]"),
  ]

  private static func read(_ text: String) -> SettingsFile {
    SettingsFile(Array(text.utf8), name: "f") { name in
      name == "CPU_COUNT" ? .number(Number(8)) : nil
    }
  }

  @Test(arguments: values)
  func readsValues(_ sound: Sound) throws {
    let file = Self.read("KEY = \(sound.text)\nNEXT = 1\n")
    #expect(file.findings == [])
    #expect(file.assignments.map(\.key) == ["KEY", "NEXT"])
    #expect(try #require(file.assignments.first).value.spelling == sound.spelling)
  }

  @Test(arguments: values)
  func whatIsWrittenAgainIsTheSame(_ sound: Sound) throws {
    let again = Self.read("KEY = \(sound.spelling)")
    #expect(
      again.assignments.first?.value == Self.read("KEY = \(sound.text)").assignments.first?.value)
  }

  @Test func usesKeysAbove() throws {
    let file = Self.read("CAPITAL = 5_00_000\nLIMIT = 0.02 * CAPITAL\nSAME = LIMIT\n")
    #expect(file.assignments.map(\.value.spelling) == ["500000", "10000.00", "10000.00"])
    #expect(file.assignments[1].uses.map(\.key) == ["CAPITAL"])
    #expect(file.assignments[2].value.place == Place(file: "f", line: 3, column: 8))
  }

  @Test func knowsTheOtherNameOfAKeyAbove() {
    let file = Self.read("INITIAL_CAPITAL = 200000\nX = CAPITAL / 2\n")
    #expect(file.assignments.last?.value.spelling == "100000")
  }

  @Test func skipsWhatSaysNothing() {
    let text = """
      # a comment
      \"\"\"A docstring
      IMPORT = 'nothing'
      \"\"\"

      '''another'''
      KEY = 1   # why
      """
    let file = Self.read(text)
    #expect(file.findings == [])
    #expect(file.assignments.map(\.key) == ["KEY"])
    #expect(file.assignments.first?.place.line == 7)
  }

  /// A text with the place and the beginning of what is said of it.
  struct Broken: Sendable, CustomTestStringConvertible {
    let text: String
    let said: String

    init(_ text: String, _ said: String) {
      self.text = text
      self.said = said
    }

    var testDescription: String { text }
  }

  static let mistakes = [
    Broken("KEY", "1:4: a '=' is needed behind the key; write KEY = value"),
    Broken("KEY =", "1:6: the value is missing"),
    Broken("KEY = # later", "1:7: the value is missing"),
    Broken("KEY == 5", "1:5: '==' compares"),
    Broken("KEY += 5", "1:5: a key is set once and not changed"),
    Broken("KEY: int = 5", "1:4: a ':' does not set a key"),
    Broken("A.B = 5", "1:2: a part of a key cannot be set by itself"),
    Broken("A['b'] = 5", "1:2: a part of a key cannot be set by itself"),
    Broken("A = B = 5", "1:5: a line sets one key"),
    Broken("A, B = 1, 2", "1:2: a line sets one key"),
    Broken("setup()", "1:6: nothing is called here"),
    Broken("  KEY = 5", "1:3: the line is indented"),
    Broken("KEY = 5,00,000", "1:8: a value ends before a ','; write 5,00,000 as 500000"),
    Broken(
      "KEY = 5 6", "1:9: an operator is needed before '6'; put a text in quotes; a line sets one"),
    Broken("KEY = Rs 300", "1:10: an operator is needed before '300'; put a text in quotes"),
    Broken("KEY = 15:15", "1:9: nothing may follow the value, found ':15'; put a time in quotes"),
    Broken("KEY = yes", "1:7: 'yes' is not set above this line; write True"),
    Broken("KEY = null", "1:7: 'null' is not set above this line; write None"),
    Broken(
      "KEY = 0.02 * CAPTIAL", "1:14: 'CAPTIAL' is not set above this line; did you mean 'CAPITAL'?"),
    Broken("KEY = CPU_COUNT()", "1:7: 'CPU_COUNT' is not called here; write CPU_COUNT"),
    Broken("KEY = BROKER_PIN", "1:7: 'BROKER_PIN' holds a secret, and is not used in other values"),
    Broken("KEY = 1 + SMTP_PASSWORD", "1:11: 'SMTP_PASSWORD' holds a secret"),
    Broken("KEY = ['a',,]", "1:12: a value is missing before ','"),
    Broken("KEY = [,]", "1:8: a value is missing before ','"),
    Broken("KEY = ]", "1:7: the value is missing"),
    Broken(
      "KEY = ['a'\nNEXT = 1", "1:7: the bracket '[' is not closed; close it before the next key"),
    Broken("KEY = (1,\nNEXT = 1", "1:7: the bracket '(' is not closed"),
    Broken("from concurrent import futures", "1:1: 'from' is not read here; take the line out"),
    Broken("KEY = 500k", "1:10: a number has no unit; write 500000"),
    Broken("KEY = 5L", "1:8: a number has no unit; write 5_00_000"),
    Broken("KEY = 2.5cr", "1:10: a number has no unit; write the number out"),
    Broken("KEY = 10%", "1:9: a number has no unit; write 10 for a percentage, and the part of 1"),
    Broken("KEY = ₹250", "1:7: '₹' has no meaning here"),
    Broken("KEY = 1 / 0", "1:7: the arithmetic has no result"),
    Broken("KEY = 1e999", "1:7: the number is"),
    Broken("KEY = nan", "1:7: 'nan' is not set above this line"),
    Broken("KEY = kelly", "1:7: 'kelly' is not set above this line; put a text in quotes"),
    Broken("KEY = 2 * OTHER", "1:11: 'OTHER' is not set above this line"),
    Broken("KEY = 1 < 2", "1:7: a comparison is no value here"),
    Broken("KEY = 'open", "1:7: the text is not closed; end it with '"),
    Broken("KEY = 'a' + 'b'", "1:11: a text stands alone, found '+' behind it"),
    Broken("KEY = 'a' 'b'", "1:11: a text stands alone, found ''b'' behind it; write one text"),
    Broken("KEY = f'{x}'", "1:7: an f-string is not filled in here"),
    Broken("KEY = Rf'{x}'", "1:7: an f-string is not filled in here"),
    Broken("KEY = b'x'", "1:7: a letter before the quote means nothing here"),
    Broken("KEY = '''a\nb'''", "1:7: a text over several lines is not read here"),
    Broken("KEY = '\\q'", "1:8: there is no such escape"),
    Broken("KEY = [1, 2", "1:7: the bracket '[' is not closed"),
    Broken("KEY = [1 2]", "1:10: an operator is needed before '2'"),
    Broken("KEY = {'a' 1}", "1:12: a text stands alone"),
    Broken("KEY = {1, 2}", "1:9: a ':' is needed after the name of a member"),
    Broken("KEY = os.cpu_count()", "1:7: 'os.cpu_count' is not called here; write CPU_COUNT"),
    Broken("KEY = os.getenv('X', '1')", "1:7: 'os.getenv' is not called here"),
    Broken("KEY = redis.Redis(1)", "1:7: 'redis.Redis' is not called here; write the value"),
    Broken("KEY = 1 if DEBUG else 2", "1:7: 'if' is not known here"),
    Broken("KEY = [x for x in y]", "1:8: 'for' is not known here"),
    Broken("KEY = ${HOME}", "1:7: '${' is not known here; values are not filled in"),
    Broken("import os", "1:1: 'import' is not read here; take the line out"),
    Broken("from config.production import *", "1:1: 'from' is not read here; put the values"),
    Broken("print('done')", "1:1: 'print' is not read here"),
    Broken("@property", "1:1: a decorator is not read here"),
    Broken("СAPITAL = 5", "1:1: 'С', U+0421, is no letter of a key"),
    Broken("- KEY", "1:1: this is no line KEY = value; take it out"),
    Broken("{\"CAPITAL\": 5}", "1:1: this looks like JSON"),
    Broken("<html>", "1:1: this looks like a web page or XML"),
    Broken("cache_config:\n  max_size: 5\n", "1:1: this looks like YAML"),
    Broken("---\nKEY: 1", "1:1: this looks like YAML"),
    Broken("[account]\nKEY = 1", "1:1: there are no sections"),
    Broken(
      "KEY = " + String(repeating: "[", count: 40), "1:39: more than 32 brackets stand one inside"),
    Broken("\"\"\"open\nKEY = 1", "1:1: this is no line KEY = value; take it out"),
    Broken("KEY = 1\u{0}", "byte 8 is zero, so this is no text"),
  ]

  @Test(arguments: mistakes)
  func saysWhatIsWrong(_ broken: Broken) throws {
    let file = Self.read(broken.text)
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1)
    let place = try #require(finding.place)
    let start = place.line.map { "\($0):\(place.column ?? 0): " } ?? ""
    let said = start + finding.message + (finding.fix.map { "; \($0)" } ?? "")
    #expect(said.hasPrefix(broken.said), "\(said)")
    #expect(finding.severity == .error)
  }

  @Test func aBrokenLineTakesNoOtherWithIt() {
    let text = """
      A = 1
      if DEBUG:
          B = 2
      else:
          B = 3
      C = [1,
        2
      D = 4
      E = {'x': 1,
        'y': }
      F = 6
      """
    let file = Self.read(text)
    #expect(file.assignments.map(\.key) == ["A", "D", "F"])
    #expect(file.findings.compactMap(\.place?.line) == [2, 4, 6, 10])
  }

  @Test func whatIsNoUTF8IsSaid() {
    for bytes: [UInt8] in [[0x4B, 0x3D, 0xFF], [0xFF, 0xFE, 0x4B, 0x00], [0x4B, 0xC3]] {
      let file = SettingsFile(bytes, name: "f")
      #expect(file.findings.map(\.rule) == ["not-text"])
    }
    let marked = SettingsFile([0xEF, 0xBB, 0xBF] + Array("KEY = 1".utf8), name: "f")
    #expect(marked.findings == [])
    #expect(marked.assignments.map(\.key) == ["KEY"])
  }

  @Test(arguments: ["X = [", "X = (11111111111111111111", "X1 = CAPITAL * 2", "X = {'a': "])
  func thousandsOfLinesAreReadInTheirTime(line: String) {
    let count = 3_000
    let text = String(repeating: line + "\n", count: count)
    let clock = ContinuousClock()
    var file: SettingsFile?
    let time = clock.measure {
      file = SettingsFile(Array(text.utf8), name: "f") { _ in .number(Number(1)) }
    }
    let lines = (file?.findings.count ?? 0) + (file?.assignments.count ?? 0)
    #expect(lines == count)
    // Read anew for every line, the file would take minutes.
    #expect(time < .seconds(30))
  }

  @Test func cuttingAFileAnywhereNeverFails() {
    let text =
      "A = {'x': [1, (2, 'é')], # c\n 'y': 0.02 * 5}\n\"\"\"d\"\"\"\nB = f'x'\nif x:\n  y\n"
    let bytes = Array(text.utf8)
    for end in bytes.indices {
      let file = SettingsFile(Array(bytes[..<end]), name: "f")
      // What is cut off is nothing, or is said.
      let isWhole = end >= text.utf8.count
      #expect(isWhole || file.assignments.count + file.findings.count <= 4)
      #expect(file.findings.allSatisfy { ($0.place?.line ?? 1) <= 6 })
    }
  }
}
