import Expressions
import Testing

@Suite struct TypeCheckerTests {
  @Test(
    arguments: [
      ("strike", .number), ("strike + 1", .number), ("unknown + 1", .number), ("-unknown", .number),
      ("right", .text), ("'CE'", .text), ("strike > 1", .boolean), ("not unknown", .boolean),
      ("unknown and unknown", .boolean), ("unknown in [1]", .boolean), ("ts", .time),
      ("expiry", .day), ("date(unknown)", .day), ("hour(ts)", .number), ("checks", .other),
      ("unknown", nil), ("null", nil), ("(passed)", .boolean),
    ] as [(String, ValueType?)])
  func knowsTheTypeOfTheResult(source: String, type: ValueType?) throws {
    #expect(try Expression(source, types: ErrorCase.types).resultType == type)
  }

  @Test(arguments: [
    "checks == null", "checks != null", "null in [checks]", "checks in [null]", "strike == null",
    "null == null", "unknown > 'x'", "unknown == strike and unknown == right",
    "checks.bias > 0", "passed == (strike > 0)", "expiry == '2026-11-26'",
    "'2026-11-26' in [expiry]", "date(ts) in ['2026-11-26', expiry]",
    "'2026-11-01' <= expiry < '2026-12-01'", "ts >= '2026-11-20T09:15:00+05:30'",
    "hour('2026-11-20T09:15:00+05:30') == 9", "right < symbol < 'Z'",
    "unknown == passed == true", "(strike > 5) == true", "passed != false",
  ])
  func accepts(source: String) throws {
    _ = try Expression(source, types: ErrorCase.types, expecting: .boolean)
  }

  @Test(arguments: [
    ErrorCase(
      "right > 5", 7,
      "'right' is text and 5 is a number; compare text with text, for example right == \"CE\""),
    ErrorCase(
      "right == 5", 7,
      "'right' is text and 5 is a number; compare text with text, for example right == \"CE\""),
    ErrorCase(
      "5 < right", 3,
      "5 is a number and 'right' is text; compare text with text, for example right == \"CE\""),
    ErrorCase(
      "strike > \"24000\"", 8,
      "'strike' is a number and \"24000\" is text; "
        + "compare numbers with numbers, for example strike > 24000"),
    ErrorCase(
      "'100' <= bid + ask", 7,
      "'100' is text and 'bid + ask' is a number; "
        + "compare text with text, for example '100' == \"CE\""),
    ErrorCase(
      "1 < strike < right", 12,
      "'strike' is a number and 'right' is text; "
        + "compare numbers with numbers, for example strike < 24000"),
    ErrorCase(
      "right in [\"CE\", 5]", 17,
      "'right' is text and 5 is a number; compare text with text, for example right == \"CE\""),
    ErrorCase(
      "passed == 1", 8,
      "'passed' is a condition and 1 is a number; "
        + "it needs no comparison: write passed, or not passed"),
    ErrorCase(
      "ts > expiry", 4,
      "'ts' is a time and 'expiry' is a day; compare days, as in date(ts) > expiry"),
    ErrorCase(
      "expiry > ts", 8,
      "'expiry' is a day and 'ts' is a time; compare days, as in expiry > date(ts)"),
    ErrorCase(
      "ts == 5", 4,
      "'ts' is a time and 5 is a number; compare times with times, for example "
        + "ts == \"2026-11-20T09:15:00+05:30\""),
    ErrorCase(
      "20261126 < expiry", 10,
      "20261126 is a number and 'expiry' is a day; compare days with days, for example "
        + "expiry > \"2026-11-26\""),
    ErrorCase(
      "passed > true", 8,
      "'passed' is a condition, and these have no order; "
        + "use ==, !=, 'and', 'or', 'not'; for a range write 1 < x < 2"),
    ErrorCase(
      "(1 < 2) < 3", 9,
      "'(1 < 2)' is a condition, and these have no order; "
        + "use ==, !=, 'and', 'or', 'not'; for a range write 1 < x < 2"),
    ErrorCase(
      "right == 'CE' == true", 15,
      "a condition needs no comparison with true; write right == 'CE'"),
    ErrorCase(
      "1 < strike <= 5 != true", 17,
      "a condition needs no comparison with true; write not (1 < strike <= 5)"),
    ErrorCase(
      "strike == 5 == false", 13,
      "a condition needs no comparison with false; write not (strike == 5)"),
    ErrorCase("strike > null", 8, "nothing is above or below null; use == null or != null"),
    ErrorCase("null <= 1", 6, "nothing is above or below null; use == null or != null"),
    ErrorCase(
      "checks == 5", 8,
      "'checks' is a list or an object; only == null and != null can be asked of it"),
    ErrorCase(
      "unknown < checks", 9,
      "'checks' is a list or an object; only == null and != null can be asked of it"),
    ErrorCase(
      "strike in [checks]", 12,
      "'checks' is a list or an object; only == null and != null can be asked of it"),
  ])
  func refusesComparisonsThatCanNeverHold(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: [
    "right == 'CE'", "'PE' != right", "right in ['CE', 'PE']", "right == null", "right != symbol",
    "symbol == 'CALL'", "right < 'D'", "startswith(right, 'C')", "contains(right, 'X')",
    "unknown == 'CALL'", "'X' == 'Y'",
  ])
  func acceptsTheWordsOfAChoice(source: String) throws {
    _ = try Expression(
      source, types: ErrorCase.types, words: ErrorCase.words, expecting: .boolean)
  }

  @Test(arguments: [
    ErrorCase(
      "right == 'CALL'", 10,
      "'right' is written \"CE\" here; 'CALL' is another spelling of it"),
    ErrorCase(
      "strike > 5 and 'pe' != (right)", 16,
      "'(right)' is written \"PE\" here; 'pe' is another spelling of it"),
    ErrorCase("right == \"XX\"", 10, "'right' is one of \"CE\", \"PE\""),
    ErrorCase("right == \"\"", 10, "'right' is one of \"CE\", \"PE\""),
    ErrorCase("right != 'CEE'", 10, "'right' is one of \"CE\", \"PE\"; did you mean \"CE\"?"),
    ErrorCase(
      "right in ['CE', \"Pe\"]", 17, "'right' is one of \"CE\", \"PE\"; did you mean \"PE\"?"),
    ErrorCase("right not in ['XX']", 15, "'right' is one of \"CE\", \"PE\""),
    ErrorCase("'XX' in [right]", 1, "'right' is one of \"CE\", \"PE\""),
    ErrorCase("symbol == right == 'XX'", 20, "'right' is one of \"CE\", \"PE\""),
  ])
  func refusesWhatIsNoWordOfAChoice(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: [
    ErrorCase(
      "right == CE", 10,
      "texts stand in quotes: \"CE\"; if CE is a field, put it in backquotes"),
    ErrorCase(
      "strike > 5 and pe != right", 16,
      "texts stand in quotes: \"PE\"; if pe is a field, put it in backquotes"),
    ErrorCase(
      "right in [CE, PE]", 11,
      "texts stand in quotes: \"CE\"; if CE is a field, put it in backquotes"),
    ErrorCase(
      "right == Call", 10,
      "texts stand in quotes: \"CE\"; if Call is a field, put it in backquotes"),
  ])
  func refusesAWordWithoutQuotesBesideAChoice(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: ["right == `CE`", "right == symbol", "right == other", "symbol == CE", "CE > 5"])
  func acceptsFieldsBesideAChoice(source: String) throws {
    _ = try Expression(
      source, types: ErrorCase.types, words: ErrorCase.words, expecting: .boolean)
  }

  @Test(arguments: [
    ErrorCase(
      "passed and strike", 12,
      "'and' needs a condition and 'strike' is a number; "
        + "for example strike > 0"),
    ErrorCase(
      "(ask - bid) or passed", 1,
      "'or' needs a condition and '(ask - bid)' is a number; "
        + "for example (ask - bid) > 0"),
    ErrorCase(
      "not right", 5, "'not' needs a condition and 'right' is text; for example right == \"CE\""),
    ErrorCase("not ts", 5, "'not' needs a condition and 'ts' is a time; for example ts != null"),
    ErrorCase(
      "passed or checks", 11,
      "'or' needs a condition and 'checks' is a list or an object; for example checks != null"),
    ErrorCase("right + 1", 1, "'+' needs a number and 'right' is text"),
    ErrorCase("1 - 2 * right", 9, "'*' needs a number and 'right' is text"),
    ErrorCase("strike / '5'", 10, "'/' needs a number and '5' is text; write 5 without quotes"),
    ErrorCase("ts - 1", 1, "'-' needs a number and 'ts' is a time; for example hour(ts)"),
    ErrorCase(
      "expiry - date(ts)", 1,
      "days cannot be subtracted; compare them, for example expiry == \"2026-11-26\""),
    ErrorCase(
      "expiry + 1", 1,
      "days cannot be added; compare them, for example expiry == \"2026-11-26\""),
    ErrorCase(
      "1 * date(ts)", 5,
      "days cannot be multiplied; compare them, for example date(ts) == \"2026-11-26\""),
    ErrorCase("-passed", 2, "'-' needs a number and 'passed' is a condition"),
    ErrorCase(
      "strike + null", 10, "'+' with null is always null; test for null with == null or != null"),
    ErrorCase(
      "not null", 5, "'not' with null is always null; test for null with == null or != null"),
    ErrorCase("hour(strike)", 6, "hour needs a time and 'strike' is a number; write hour(ts)"),
    ErrorCase("min(strike, right)", 13, "min needs a number and 'right' is text"),
    ErrorCase("startswith(strike, 'x')", 12, "startswith needs text and 'strike' is a number"),
    ErrorCase("abs()", 1, "abs takes 1 value, and 0 are given; write abs(x)"),
    ErrorCase("1 + abs(1, 2)", 5, "abs takes 1 value, and 2 are given; write abs(x)"),
    ErrorCase("min(1)", 1, "min takes 2 or more values, and 1 is given; write min(a, b, ...)"),
    ErrorCase(
      "round(1, 2, 3)", 1,
      "round takes 1 or 2 values, and 3 are given; write round(x[, decimals])"),
    ErrorCase(
      "contains('x')", 1,
      "contains takes 2 values, and 1 is given; write contains(text, part)"),
    ErrorCase(
      "round(strike, 1.5)", 15,
      "there cannot be 1.5 decimals; use a whole number from 0 to 18"),
    ErrorCase(
      "ceil(strike, -1)", 14, "there cannot be -1 decimals; use a whole number from 0 to 18"),
    ErrorCase(
      "floor(strike, 19)", 15, "there cannot be 19 decimals; use a whole number from 0 to 18"),
  ])
  func refusesOperandsOfTheWrongType(error: ErrorCase) {
    error.verify()
  }

  @Test(arguments: [
    ErrorCase(
      "ts > \"yesterday\"", 6,
      "\"yesterday\": not a time; write it as 2026-11-20T15:29:58+05:30"),
    ErrorCase(
      "ts > '2026-11-20T09:15:00'", 6,
      "'2026-11-20T09:15:00' has no offset from UTC; "
        + "write it, as in 2026-11-20T09:15:00+05:30"),
    ErrorCase(
      "'2026-11-20' < ts", 1,
      "'2026-11-20' is a day without a time; compare days, as in date(ts) == '2026-11-20'"),
    ErrorCase(
      "expiry in ['2026-11-26', '2026-13-01']", 26,
      "'2026-13-01': month 13 does not exist; write 01 to 12"),
    ErrorCase("date(ts) == '20'", 13, "'20': not a day; write it as 2026-11-20"),
    ErrorCase("hour('noon')", 6, "'noon': not a time; write it as 2026-11-20T15:29:58+05:30"),
  ])
  func refusesTextsThatAreNoTimeOrDay(error: ErrorCase) {
    error.verify()
  }

  @Test func readsTimesWithoutOffsetWhenToldTo() throws {
    let source = "hour('2026-11-20T09:15:00')"
    let expression = try Expression(source, assumingIST: true) { _ in nil }
    #expect(try expression.comes(to: 9))
  }

  @Test(arguments: [
    ErrorCase(
      "strike", 1,
      "the expression is a number; a condition is needed, for example strike > 0"),
    ErrorCase(
      "ask - bid", 5,
      "the expression is a number; a condition is needed, for example ask - bid > 0"),
    ErrorCase(
      "right", 1, "the expression is text; a condition is needed, for example right == \"CE\""),
    ErrorCase(
      "bid + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1", 5,
      "the expression is a number; a condition is needed, for example strike > 0"),
  ])
  func demandsACondition(error: ErrorCase) {
    error.verify(expecting: .boolean)
  }

  @Test func demandsANumber() {
    ErrorCase("passed", 1, "the expression is a condition; a number is needed, for example 24000")
      .verify(expecting: .number)
  }
}
