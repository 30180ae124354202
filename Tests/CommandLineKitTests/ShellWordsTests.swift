import Testing

@testable import CommandLineKit

@Suite struct ShellWordsTests {
  @Test(
    arguments: [
      ("", []), ("a  b", [["a", "b"]]), ("a 'b c' \"d e\"", [["a", "b c", "d e"]]),
      ("a'b'\"c\"d", [["abcd"]]), ("a ''", [["a", ""]]), (#"a\ b \| c"#, [["a b", "|", "c"]]),
      (#"a "x\"y\z" 'x\y'"#, [["a", #"x"y\z"#, #"x\y"#]]),
      ("a | b && c; d", [["a"], ["b"], ["c"], ["d"]]),
      ("a < in > out b", [["a", "b"]]), ("a 2>err b2>out", [["a", "b2"]]), ("a >>log", [["a"]]),
      ("a 'x > y'", [["a", "x > y"]]),
    ] as [(String, [[String]])])
  func reads(line: String, commands: [[String]]) {
    #expect(ShellWords.commands(in: line) == commands)
  }

  @Test(arguments: ["a 'b", "a \"b", "a \\", "a \"b\\\""])
  func refusesWhatHasNoEnd(line: String) {
    #expect(ShellWords.commands(in: line) == nil)
  }
}
