import Expressions
import Testing

@Suite struct ParserTests {
  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("100 / 10 / 5", 2),
      ("2 * 3 - 4 / 2", 4), ("-2 * 3", -6), ("2 * -3", -6), ("2 - -3", 5), ("--2", 2),
      ("-(1 + 2)", -3), ("1 + 2 == 3", true), ("2 * 3 > 5 and 1 < 2", true),
      ("true or false and false", true), ("(true or false) and false", false),
      ("not true or true", true), ("not (true or true)", false), ("not not true", true),
      ("not 1 == 2", true), ("not 1 in [2]", true), ("1 not in [2] and true", true),
      ("1 + 1 in [2]", true), ("1 in [1,]", true), ("1 in (1, 2)", true), ("1 in (1)", true),
      ("1 in []", false), ("1 in ()", false), ("1 not in []", true), ("false == (1 > 2)", true),
      ("true and 1 in [1] or false", true), ("max(1, 2,)", 2), ("2 in [1 + 1, 3]", true),
    ] as [(String, Sample)])
  func bindsAsItShould(source: String, value: Sample) throws {
    #expect(try Expression(source, types: [:]).comes(to: value))
  }

  @Test func namesEachFieldOnceInOrderOfUse() throws {
    let source = "b > a and checks.bias == null and b < `odd name` and `b` > 0"
    let fields = try Expression(source, types: ["a": .number]).fields
    #expect(fields.map(\.path.description) == ["b", "a", "checks.bias", "`odd name`"])
    #expect(fields.map(\.type) == [nil, .number, nil, nil])
    #expect(fields.map(\.offset) == [0, 4, 10, 38])
  }

  @Test func asksTheSchemaOnceForEachField() throws {
    var asked: [FieldPath] = []
    _ = try Expression("a + b + a > a.b") { path in
      asked.append(path)
      return nil
    }
    #expect(asked == [FieldPath(["a"]), FieldPath(["b"]), FieldPath(["a", "b"])])
  }

  @Test(arguments: [
    ErrorCase("", 1, "the expression is empty; for example strike > 0"),
    ErrorCase("   ", 4, "the expression is empty; for example strike > 0"),
    ErrorCase("strike >", 9, "a value is needed; the expression ends here"),
    ErrorCase("strike > and", 10, "a value is needed; 'and' stands here"),
    ErrorCase("* 5", 1, "a value is needed; '*' stands here"),
    ErrorCase("1 + ) 2", 5, "a value is needed; ')' stands here"),
    ErrorCase("not", 4, "a value is needed; the expression ends here"),
    ErrorCase("()", 2, "a value is needed; ')' stands here"),
    ErrorCase("min(1, , 2)", 8, "a value is needed; ',' stands here"),
    ErrorCase(
      "1 + (strike", 12, "')' is needed to close the '(' of column 5; the expression ends here"),
    ErrorCase("(1 2)", 4, "')' is needed to close the '(' of column 1; '2' stands here"),
    ErrorCase("abs(1]", 6, "')' is needed to close the '(' of column 4; ']' stands here"),
    ErrorCase("1 in [1 2]", 9, "']' is needed to close the '[' of column 6; '2' stands here"),
    ErrorCase("strike)", 7, "this ')' closes nothing; take it out"),
    ErrorCase("strike]", 7, "this ']' closes nothing; take it out"),
    ErrorCase(
      "5 (3)", 3, "an operator is needed before '('; join two conditions with 'and' or 'or'"),
    ErrorCase(
      "checks[0]", 7, "an operator is needed before '['; join two conditions with 'and' or 'or'"),
    ErrorCase("a > 1 adn b > 1", 7, "an operator is needed before 'adn'; did you mean 'and'?"),
    ErrorCase("[1]", 1, "a list may stand only after 'in'; for example right in [\"CE\"]"),
    ErrorCase(
      "right in symbol", 10,
      "'in' needs a list; for example right in [\"CE\", \"PE\"]; "
        + "to look into a text write contains(text, part)"),
    ErrorCase(
      "strike + not passed", 10, "'not' must stand in parentheses here; for example a == (not b)"),
    ErrorCase(
      "passed == not passed", 11, "'not' must stand in parentheses here; for example a == (not b)"),
    ErrorCase("- not passed", 3, "'not' must stand in parentheses here; for example a == (not b)"),
    ErrorCase("strike not 5", 12, "'in' is needed after 'not'; for example right not in [\"CE\"]"),
    ErrorCase(
      "1 < strike in [2]", 12,
      "'in' cannot be chained with another comparison; join the two with 'and'"),
    ErrorCase(
      "strike in [1] == true", 15,
      "'in' cannot be chained with another comparison; join the two with 'and'"),
    ErrorCase(
      "1 in [1] in [2]", 10,
      "'in' cannot be chained with another comparison; join the two with 'and'"),
    ErrorCase(
      "strike > 1,00,000", 11,
      "',' may stand only in lists and calls; write 1,00,000 as 100000 or 1_00_000"),
    ErrorCase(
      "strike > 5 right == 3", 12,
      "an operator is needed before 'right'; join two conditions with 'and' or 'or'"),
    ErrorCase("x is null", 3, "an operator is needed before 'is'; use '==' or '!='"),
    ErrorCase("x between 1 and 2", 3, "an operator is needed before 'between'; write 1 <= x <= 2"),
    ErrorCase(
      "right LIKE 'C'", 7,
      "an operator is needed before 'LIKE'; use startswith, endswith or contains"),
    ErrorCase(
      "symbol.startswith('N')", 1,
      "there is no function 'symbol.startswith'; write startswith(symbol, 'N')"),
    ErrorCase(
      "passed and checks.ts.hour() > 9", 12,
      "there is no function 'checks.ts.hour'; write hour(checks.ts)"),
    ErrorCase(
      "strike.floor(abs(1)) > 9", 1, "there is no function 'strike.floor'; write floor(strike, ...)"
    ),
    ErrorCase(
      "start(symbol, 'N')", 1, "there is no function 'start'; did you mean 'startswith'?"),
    ErrorCase("hours(ts) > 9", 1, "there is no function 'hours'; did you mean 'hour'?"),
    ErrorCase("1 + Abs(2)", 5, "there is no function 'Abs'; did you mean 'abs'?"),
    ErrorCase(
      "sqrt(2)", 1,
      "there is no function 'sqrt'; the functions are min, max, abs, round, floor, ceil, "
        + "hour, minute, date, startswith, endswith, contains"),
    ErrorCase(
      "`min`(1, 2)", 1, "there is no function '`min`'; write min without backquotes"),
  ])
  func refusesWhatIsNotAnExpression(error: ErrorCase) {
    error.verify()
  }

  // MARK: Limits

  @Test func readsAsManyBytesAsAllowedAndNoMore() throws {
    let longest = "1" + String(repeating: " ", count: 65_535)
    #expect(try Expression(longest, types: [:]).comes(to: 1))
    let error = #expect(throws: ExpressionError.self) {
      try Expression(longest + " ", types: [:])
    }
    #expect(error?.sentence == "the expression has 65537 bytes; 65536 is the most")
  }

  @Test(arguments: [
    ("(", "1", ")"), ("-", "x", ""), ("not ", "true", ""), ("abs(", "1", ")"), ("1 + (", "1", ")"),
    ("true == (", "true", ")"), ("(true and ", "true", ")"), ("true in [", "true", "]"),
  ])
  func nestsAsDeepAsAllowedAndNoDeeper(opening: String, inner: String, closing: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: opening, count: depth) + inner + String(repeating: closing, count: depth)
    }
    _ = try Expression(nested(64), types: [:])
    for tooDeep in [nested(65), String(nested(20_000).prefix(65_536))] {
      let error = #expect(throws: ExpressionError.self) { try Expression(tooDeep, types: [:]) }
      #expect(error?.message == "more than 64 operations stand one inside the other")
    }
  }

  @Test(
    arguments: [
      (" + 1", 2_001), (" * 1", 1), (" < 1", false), (" == 1", true), (" - 1", -1_999),
    ] as [(String, Sample)])
  func readsLongChainsWithoutNesting(link: String, value: Sample) throws {
    let source = "1" + String(repeating: link, count: 2_000)
    #expect(try Expression(source, types: [:]).comes(to: value))
  }

  @Test func readsAsManyPartsAsAllowedAndNoMore() throws {
    func alternatives(_ count: Int) -> String {
      (0..<count).map { "s == \($0)" }.joined(separator: " or ")
    }
    // Each alternative is a field, a number and a comparison; one node joins them.
    let largest = try Expression(alternatives(1_365), types: [:])
    #expect(try largest.comes(to: true, with: ["s": 1_364]))
    #expect(try largest.comes(to: false, with: ["s": 1_365]))
    let error = #expect(throws: ExpressionError.self) {
      try Expression(alternatives(1_366), types: [:])
    }
    #expect(error?.sentence == "the expression has more than 4096 parts; split it")
  }
}
