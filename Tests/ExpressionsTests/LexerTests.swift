import Expressions
import Testing

@Suite struct LexerTests {
  @Test(arguments: [
    ("0", "0"), ("24000", "24000"), ("1_00_000", "100000"), ("2.5", "2.5"), ("0.05", "0.05"),
    ("1e3", "1000"), ("1E+3", "1000"), ("25e-1", "2.5"), ("1_0.2_5", "10.25"),
    ("9223372036854775807", "9223372036854775807"),
  ])
  func readsNumbers(source: String, value: String) throws {
    #expect(try Expression(source, types: [:]).comes(to: .number(value)))
  }

  @Test(arguments: [
    (#""CE""#, "CE"), ("'CE'", "CE"), (#""""#, ""), (#""it's""#, "it's"),
    (#"'say "x"'"#, #"say "x""#),
    (#""a\"b""#, #"a"b"#), (#"'a\'b'"#, "a'b"), (#""a\\b""#, #"a\b"#), (#""a\nb\tc""#, "a\nb\tc"),
    (#""\u20B9""#, "₹"), (#""\u20b9""#, "₹"), (#""\uD83D\uDE00""#, "😀"), ("\"₹ हिन्दी\"", "₹ हिन्दी"),
    (#""\u0000""#, "\0"),
  ])
  func readsTexts(source: String, value: String) throws {
    #expect(try Expression(source, types: [:]).comes(to: .text(value)))
  }

  @Test(
    arguments: [
      ("true", true), ("True", true), ("false", false), ("False", false), ("null", nil),
      ("None", nil),
    ] as [(String, Sample)])
  func readsWords(source: String, value: Sample) throws {
    #expect(try Expression(source, types: [:]).comes(to: value))
  }

  @Test(arguments: [
    ("strike", ["strike"]), ("_x9", ["_x9"]), ("checks.bias", ["checks", "bias"]),
    ("a.b.c", ["a", "b", "c"]), ("a.in.and", ["a", "in", "and"]), ("`odd name`", ["odd name"]),
    ("`a.b`", ["a.b"]), ("a.`odd name`.c", ["a", "odd name", "c"]), ("`and`", ["and"]),
    ("`हिन्दी`", ["हिन्दी"]), ("min", ["min"]), ("date", ["date"]),
  ])
  func readsFieldNames(source: String, names: [String]) throws {
    let fields = try Expression(source, types: [:]).fields
    #expect(fields.map(\.path.names) == [names])
  }

  @Test func skipsEverySpace() throws {
    #expect(try Expression(" \t\r\n1 +\n\t2 ", types: [:]).comes(to: 3))
  }

  @Test(arguments: [
    ErrorCase("a && b", 3, "'&&' has no meaning here; use 'and'"),
    ErrorCase("a & b", 3, "'&' has no meaning here; use 'and'"),
    ErrorCase("a || b", 3, "'||' has no meaning here; use 'or'"),
    ErrorCase("!a", 1, "'!' has no meaning here; use 'not'"),
    ErrorCase("a = b", 3, "'=' has no meaning here; use '=='"),
    ErrorCase("a === b", 3, "'===' has no meaning here; use '=='"),
    ErrorCase("a !== b", 3, "'!==' has no meaning here; use '!='"),
    ErrorCase("a <> b", 3, "'<>' has no meaning here; use '!='"),
    ErrorCase("a => b", 3, "'=>' has no meaning here; use '>='"),
    ErrorCase("a =< b", 3, "'=<' has no meaning here; use '<='"),
    ErrorCase("a ≥ b", 3, "'≥' has no meaning here; use '>='"),
    ErrorCase("a − b", 3, "'−' has no meaning here; use '-'"),
    ErrorCase("5 % 2", 3, "'%' has no meaning here; write 5 percent as 0.05"),
    ErrorCase("2 ** 3", 3, "'**' has no meaning here; multiply instead: x * x"),
    ErrorCase("7 // 2", 3, "'//' has no meaning here; use floor(a / b)"),
    ErrorCase("a ? b : c", 3, "'?' has no meaning here; use 'and' and 'or'"),
    ErrorCase("“CE”", 1, "'“' has no meaning here; use a straight quote: \"CE\""),
    ErrorCase("₹5", 1, "'₹' has no meaning here; write amounts as plain numbers"),
    ErrorCase("a\u{A0}b", 2, #"'\u{A0}' has no meaning here; use a plain space"#),
    ErrorCase("#", 1, "'#' has no meaning here; take it out"),
    ErrorCase("a \u{1B}[2J", 3, #"'\u{1B}' has no meaning here; take it out"#),
    ErrorCase("é", 1, "'é' has no meaning here; put a field with such letters in backquotes"),
    ErrorCase("a AND b", 3, "'AND' has no meaning here; use 'and', or `AND` if it is a field"),
    ErrorCase("Not a", 1, "'Not' has no meaning here; use 'not', or `Not` if it is a field"),
    ErrorCase("a == NULL", 6, "'NULL' has no meaning here; use 'null', or `NULL` if it is a field"),
    ErrorCase("a == none", 6, "'none' has no meaning here; use 'null', or `none` if it is a field"),
    ErrorCase("TRUE", 1, "'TRUE' has no meaning here; use 'true', or `TRUE` if it is a field"),
  ])
  func refusesTheSignsOfOtherLanguages(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: [
    ErrorCase(
      "strike % 100 == 0", 8,
      "there is no remainder operator; write floor(strike / 100) * 100 == strike"),
    ErrorCase(
      "passed and checks.x%lot == 0 or passed", 20,
      "there is no remainder operator; write floor(checks.x / lot) * lot == checks.x"),
    ErrorCase(
      "strike % 100 == 50", 8,
      "there is no remainder operator; write strike - 100 * floor(strike / 100)"),
    ErrorCase(
      "(bid + ask) % 2 == 0", 13, "there is no remainder operator; write a - b * floor(a / b)"),
    ErrorCase("strike %", 8, "there is no remainder operator; write a - b * floor(a / b)"),
    ErrorCase("bid > 5%", 8, "'%' has no meaning here; write 5 percent as 0.05"),
    ErrorCase("2.5 % of bid", 5, "'%' has no meaning here; write 5 percent as 0.05"),
    ErrorCase(
      "symbol ~ 'X'", 8,
      "'~' has no meaning here; use contains(text, part) or startswith(text, prefix)"),
    ErrorCase(
      "symbol =~ 'X'", 8,
      "'=~' has no meaning here; use contains(text, part) or startswith(text, prefix)"),
    ErrorCase(
      "symbol ~= 'X'", 8,
      "'~=' has no meaning here; use contains(text, part) or startswith(text, prefix)"),
    ErrorCase("symbol !~ 'X'", 8, "'!~' has no meaning here; use not contains(text, part)"),
    ErrorCase("~passed", 1, "'~' has no meaning here; use 'not'"),
    ErrorCase("passed and ~(strike > 5)", 12, "'~' has no meaning here; use 'not'"),
    ErrorCase(
      "strike in [24500..24600]", 17, "there are no ranges; write 24500 <= strike <= 24600"),
    ErrorCase(
      "checks.x in (1.5 ... 2_0)", 18, "there are no ranges; write 1.5 <= checks.x <= 2_0"),
    ErrorCase("strike == 1..5", 12, "there are no ranges; write 1 <= x <= 5"),
    ErrorCase("strike == 1..", 12, "there are no ranges; write 1 <= x <= 2"),
  ])
  func saysHowElseItIsWritten(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: [
    ErrorCase("1 + 5.", 7, "the number is not complete; a digit is needed here"),
    ErrorCase("1e", 3, "the number is not complete; a digit is needed here"),
    ErrorCase("1e+", 4, "the number is not complete; a digit is needed here"),
    ErrorCase("1_ + 2", 3, "the number is not complete; a digit is needed here"),
    ErrorCase("1._5", 3, "the number is not complete; a digit is needed here"),
    ErrorCase(".5", 1, "'.' has no meaning here; put a 0 before it"),
    ErrorCase("a . b", 3, "'.' has no meaning here; take it out"),
    ErrorCase(
      "5x", 2,
      "a number cannot go on with 'x'; numbers are written like 24000, 1_00_000, 2.5 or 1e3"),
    ErrorCase(
      "0x10", 2,
      "a number cannot go on with 'x'; numbers are written like 24000, 1_00_000, 2.5 or 1e3"),
    ErrorCase(
      "1.2.3", 4,
      "a number cannot go on with '.'; numbers are written like 24000, 1_00_000, 2.5 or 1e3"),
    ErrorCase("x + 007", 5, "a number cannot begin with 0; take the 0 out"),
    ErrorCase(
      "x + 1e999999999", 5,
      "the number is out of range; write a number between 5e-324 and 1.7e308 in magnitude, or 0"),
    ErrorCase(
      "1e-999999999", 1,
      "the number is out of range; write a number between 5e-324 and 1.7e308 in magnitude, or 0"),
    ErrorCase("x == 'CE", 6, "the text is not closed; end it with '"),
    ErrorCase("x == \"CE\n\"", 6, "the text is not closed; end it with \""),
    ErrorCase("\"\\", 2, #"there is no such escape; the escapes are \\ \" \' \n \t \uXXXX"#),
    ErrorCase(#""a\qb""#, 3, #"there is no such escape; the escapes are \\ \" \' \n \t \uXXXX"#),
    ErrorCase(#""\u12""#, 2, #"\u needs four hexadecimal digits; for example \u20B9"#),
    ErrorCase(
      #""\uD800""#, 2, #"half of a surrogate pair is no character; write both, as in \uD83D\uDE00"#),
    ErrorCase(
      #""\uD800\u0041""#, 2,
      #"half of a surrogate pair is no character; write both, as in \uD83D\uDE00"#),
    ErrorCase("x + `odd", 5, "the backquote is not closed; end the name with `"),
    ErrorCase(
      "x + ``", 5, "the name is empty; put a field's name between the backquotes"),
    ErrorCase("x.", 3, "a name is needed after '.'; for example checks.bias"),
    ErrorCase("x.5", 3, "a name is needed after '.'; for example checks.bias"),
  ])
  func refusesBrokenLiteralsAndNames(error: ErrorCase) {
    error.verify()
  }
}
