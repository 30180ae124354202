import CommandLineKit
import Testing

@Suite struct EnvironmentTests {
  private static let environment = Environment(
    entries: [
      "NAME=first", "NAME=second", "LONG_NAME=a=b", "EMPTY=", "no variable", "SIGN=\u{301}",
    ])

  @Test(
    arguments: [
      ("NAME", "first"), ("LONG_NAME", "a=b"), ("EMPTY", ""), ("SIGN", "\u{301}"), ("NAM", nil),
      ("LONG", nil), ("no variable", nil), ("OTHER", nil),
    ] as [(String, String?)])
  func findsTheFirstOfAName(name: String, value: String?) {
    #expect(Self.environment[name] == value)
    #expect(Self.environment.variables[name] == value)
  }

  @Test func holdsNothingElse() {
    #expect(Self.environment.variables.count == 4)
  }
}
