import Expressions
import Testing

@Suite struct EvaluatorTests {
  // MARK: Three-valued logic

  @Test(
    arguments: [
      (true, true, true, true), (true, false, false, true), (true, nil, nil, true),
      (false, true, false, true), (false, false, false, false), (false, nil, false, nil),
      (nil, true, nil, true), (nil, false, false, nil), (nil, nil, nil, nil),
    ] as [(Sample, Sample, Sample, Sample)])
  func joinsConditions(p: Sample, q: Sample, both: Sample, either: Sample) throws {
    let record = ["p": p, "q": q]
    #expect(try Expression("p and q", types: [:]).comes(to: both, with: record))
    #expect(try Expression("p or q", types: [:]).comes(to: either, with: record))
  }

  @Test(arguments: [(true, false), (false, true), (nil, nil)] as [(Sample, Sample)])
  func negatesConditions(p: Sample, negated: Sample) throws {
    #expect(try Expression("not p", types: [:]).comes(to: negated, with: ["p": p]))
  }

  @Test(
    arguments: [
      ("p and q and r", [true, nil, false], false), ("p and q and r", [true, nil, true], nil),
      ("p or q or r", [false, nil, true], true), ("p or q or r", [nil, false, false], nil),
      ("p and q or r", [nil, true, true], true), ("p and q and r", [true, true, true], true),
    ] as [(String, [Sample], Sample)])
  func joinsManyConditions(source: String, values: [Sample], result: Sample) throws {
    let record = Dictionary(uniqueKeysWithValues: zip(["p", "q", "r"], values))
    #expect(try Expression(source, types: [:]).comes(to: result, with: record))
  }

  @Test(
    arguments: [
      ("false and foo > 5", false), ("true or foo > 5", true), ("bar == 2 and foo > 5", false),
      ("3 < 2 < foo", false), ("1 in [1, foo + 5]", true), ("null_field + (foo + 1)", nil),
    ] as [(String, Sample)])
  func stopsWhereTheResultIsKnown(source: String, result: Sample) throws {
    let record: [String: Sample] = ["foo": "text", "bar": 1]
    #expect(try Expression(source, types: [:]).comes(to: result, with: record))
  }

  // MARK: Comparing

  static let ordered: [(Sample, Sample)] = [
    (.number("1.5"), .number("1.50001")), (.number("-2"), .number("1")),
    ("CE", "PE"), ("", "A"), ("A", "AA"), ("Z", "a"), ("z", "é"),
    (.time("2026-11-20T09:15:00+05:30"), .time("2026-11-20T03:45:00.001Z")),
    (.day("2026-11-20"), .day("2026-11-26")),
  ]

  @Test(arguments: ordered)
  func ordersValuesOfOneType(small: Sample, large: Sample) throws {
    for (first, second, order) in [(small, large, -1), (large, small, 1), (small, small, 0)] {
      let record = ["a": first, "b": second]
      for (relation, holds) in [
        ("<", order < 0), ("<=", order <= 0), (">", order > 0), (">=", order >= 0),
        ("==", order == 0), ("!=", order != 0),
      ] {
        let expression = try Expression("a \(relation) b", types: [:])
        #expect(try expression.comes(to: .boolean(holds), with: record), "\(relation)")
      }
    }
  }

  @Test(
    arguments: [
      (1, "1"), (1, true), ("true", true), (.time("2026-11-20T00:00:00Z"), .day("2026-11-20")),
      (.other, 1), (.other, .other), (nil, 0), (nil, false), (nil, ""), (nil, .other),
      (true, false),
    ] as [(Sample, Sample)])
  func tellsValuesApartThatAreNotTheSame(first: Sample, second: Sample) throws {
    for record in [["a": first, "b": second], ["a": second, "b": first]] {
      #expect(try Expression("a == b", types: [:]).comes(to: false, with: record))
      #expect(try Expression("a != b", types: [:]).comes(to: true, with: record))
      #expect(try Expression("a in [b]", types: [:]).comes(to: false, with: record))
      #expect(try Expression("a not in [b]", types: [:]).comes(to: true, with: record))
    }
  }

  @Test(
    arguments: [
      nil, 0, -1, true, "", "CE", .time("2026-11-20T00:00:00Z"), .day("2026-11-20"),
    ] as [Sample])
  func knowsAValueAgain(value: Sample) throws {
    let record = ["a": value, "b": value]
    #expect(try Expression("a == b", types: [:]).comes(to: true, with: record))
    #expect(try Expression("a != b", types: [:]).comes(to: false, with: record))
    #expect(try Expression("a in [1000, b]", types: [:]).comes(to: true, with: record))
  }

  @Test(
    arguments: [
      ("1 < a < 3", true), ("1 < a < 2", false), ("2 == a == 2", true), ("3 > a > 1 > 0", true),
      ("1 < a > 1", true), ("1 < missing < 3", nil), ("1 < missing < 3 < 2", false),
      ("9 <= hour(ts) < 15", true), ("1 == a != 3", false), ("missing == missing == missing", true),
      ("'a' < text < 'z'", true),
    ] as [(String, Sample)])
  func chainsComparisons(source: String, result: Sample) throws {
    let record: [String: Sample] = [
      "a": 2, "ts": .time("2026-11-20T14:59:59+05:30"), "text": "m",
    ]
    #expect(try Expression(source, types: [:]).comes(to: result, with: record))
  }

  @Test(
    arguments: [
      ("s in ['CE', 'PE']", true), ("s not in ['CE', 'PE']", false), ("s in ['XX']", false),
      ("s in ['XX', t]", true), ("s in ['XX', missing]", false), ("missing in [1, null]", true),
      ("missing in [1, 2]", false), ("n + 1 in [1, 2.50]", true),
      ("s in [1, true, null, 'CE']", true),
      ("missing in [missing]", true), ("n in [1, 'x', 1.5]", true),
    ] as [(String, Sample)])
  func seeksInLists(source: String, result: Sample) throws {
    let record: [String: Sample] = ["s": "CE", "t": "CE", "n": .number("1.5")]
    #expect(try Expression(source, types: [:]).comes(to: result, with: record))
  }

  @Test(
    arguments: [
      ("ts >= '2026-11-20T09:15:00+05:30'", true), ("ts < '2026-11-20T03:45:00Z'", false),
      ("ts == '2026-11-20T03:45:00Z'", true), ("expiry == '2026-11-26'", true),
      ("'2026-11-01' <= expiry < '2026-11-26'", false), ("date(ts) == '2026-11-20'", true),
      ("expiry in ['2026-11-19', '2026-11-26']", true),
    ] as [(String, Sample)])
  func comparesTimesAndDaysWithTexts(source: String, result: Sample) throws {
    let record: [String: Sample] = [
      "ts": .time("2026-11-20T09:15:00+05:30"), "expiry": .day("2026-11-26"),
    ]
    #expect(try Expression(source, types: ErrorCase.types).comes(to: result, with: record))
  }

  // MARK: Null

  @Test(arguments: [
    "a + 1", "1 + a", "a - a", "a * 0", "0 / a", "-a", "a < 1", "1 <= a", "a > a", "a >= 'x'",
    "abs(a)", "round(a)", "round(1, a)", "min(1, a)", "min(a, 1)", "max(1, 2, a)", "hour(a)",
    "minute(a)", "date(a)", "startswith(a, 'x')", "startswith('x', a)", "contains(a, a)", "a",
    "1 / 0", "0 / 0", "1 / (2 - 2)", "1 / 0 + 1", "1e300 * 1e300", "1 / 0 < 1",
    "round(1, 1 / 2 + 1)", "floor(1, 19 + 0)", "ceil(1, 0 - 1)",
  ])
  func comesToNull(source: String) throws {
    #expect(try Expression(source, types: [:]).comes(to: .null))
  }

  // MARK: Failures

  @Test(arguments: [
    (
      "foo > 5",
      "'foo' is text and 5 is a number in this record; "
        + "compare text with text, for example foo == \"CE\""
    ),
    (
      "1 < 2 < foo",
      "2 is a number and 'foo' is text in this record; "
        + "compare text with text, for example foo == \"CE\""
    ),
    (
      "true and (n > foo or true)",
      "'n' is a number and 'foo' is text in this record; "
        + "compare numbers with numbers, for example n > 24000"
    ),
    (
      "yes > yes",
      "'yes' is a condition in this record, and these have no order; "
        + "use ==, !=, 'and', 'or', 'not'; for a range write 1 < x < 2"
    ),
    (
      "list < list",
      "'list' is a list or an object; only == null and != null can be asked of it"
    ),
    ("foo + 1", "'+' needs a number and 'foo' is text in this record"),
    ("1 - n * foo", "'*' needs a number and 'foo' is text in this record"),
    ("-foo", "'-' needs a number and 'foo' is text in this record"),
    ("yes and n", "'and' needs a condition and 'n' is a number in this record; for example n > 0"),
    (
      "not foo",
      "'not' needs a condition and 'foo' is text in this record; for example foo == \"CE\""
    ),
    ("max(1, 2, foo)", "max needs a number and 'foo' is text in this record"),
    ("round(1, yes)", "round needs a number and 'yes' is a condition in this record"),
    ("hour(foo)", "hour needs a time and 'foo' is text in this record; write hour(ts)"),
    ("contains(foo, n)", "contains needs text and 'n' is a number in this record"),
    (
      "(foo > 5) == true",
      "'foo' is text and 5 is a number in this record; "
        + "compare text with text, for example foo == \"CE\""
    ),
    (
      "true == (foo > 5)",
      "'foo' is text and 5 is a number in this record; "
        + "compare text with text, for example foo == \"CE\""
    ),
    ("(foo + 1) in [1]", "'+' needs a number and 'foo' is text in this record"),
    ("1 in [2, foo + 1]", "'+' needs a number and 'foo' is text in this record"),
    (
      "foo > 2 + 3",
      "'foo' is text and '2 + 3' is a number in this record; "
        + "compare text with text, for example foo == \"CE\""
    ),
  ])
  func failsWhereARecordHasTheWrongType(source: String, sentence: String) throws {
    let record: [String: Sample] = ["foo": "text", "n": 1, "yes": true, "list": .other]
    #expect(try Expression(source, types: [:]).comes(to: .failure(sentence), with: record))
  }

  @Test func pointsAtTheFailure() throws {
    let expression = try Expression("n > 0 and\n  foo > 5", types: [:])
    let slots = try Slots([1, "text"])
    guard case .failure(let failure) = expression.evaluate(slots.values.span) else {
      Issue.record("no failure")
      return
    }
    let error = expression.error(for: failure)
    #expect(error.line == 2)
    #expect(error.column == 7)
    #expect(failure.found == .number)
    #expect(failure.previous == .text)
  }

  @Test(
    arguments: [
      (true, true), (nil, nil),
      (
        1,
        .failure(
          "the expression is a number in this record; a condition is needed, "
            + "for example flag > 0")
      ),
      (
        "x",
        .failure(
          "the expression is text in this record; a condition is needed, "
            + "for example flag == \"CE\"")
      ),
    ] as [(Sample, Sample)])
  func demandsAConditionOfTheRecord(value: Sample, result: Sample) throws {
    let expression = try Expression("flag", types: [:], expecting: .boolean)
    #expect(expression.resultType == .boolean)
    #expect(try expression.comes(to: result, with: ["flag": value]))
  }

  @Test func doesNotTrustDeclaredTypes() throws {
    let expression = try Expression("strike > 5", types: ["strike": .number])
    let sentence =
      "'strike' is text and 5 is a number in this record; "
      + "compare text with text, for example strike == \"CE\""
    #expect(try expression.comes(to: .failure(sentence), with: ["strike": "abc"]))
  }

  @Test(arguments: [
    (
      "foo + 1",
      "'+' needs a number and 'foo' is text in this record; the record holds \"1,00,000\""
    ),
    ("2 < foo", "2 is a number and 'foo' is text in this record; the record holds \"1,00,000\""),
    ("foo < 2", "'foo' is text and 2 is a number in this record; the record holds \"1,00,000\""),
    (
      "not foo",
      "'not' needs a condition and 'foo' is text in this record; the record holds \"1,00,000\""
    ),
    (
      "yes < 1",
      "'yes' is a condition and 1 is a number in this record; it needs no comparison: write yes, or not yes"
    ),
  ])
  func saysWhatTheRecordHolds(source: String, sentence: String) throws {
    let expression = try Expression(source, types: [:])
    let record: [String: Sample] = ["foo": "1,00,000", "yes": true]
    let slots = try Slots(expression.fields.map { record[$0.path.description] ?? .null })
    guard case .failure(let failure) = expression.evaluate(slots.values.span) else {
      Issue.record("there was no failure")
      return
    }
    #expect(expression.error(for: failure, in: slots.values.span).sentence == sentence)
  }

  @Test func refusesTooFewSlots() async {
    await #expect(processExitsWith: .failure) {
      let expression = try Expression("a + b") { _ in nil }
      let values: [Value] = [.null]
      _ = expression.evaluate(values.span)
    }
  }
}
