import CommandLineKit
import Testing

@Suite struct DiagnosticLogTests {
  /// What `body` makes a log write.
  private func lines(
    _ format: DiagnosticLog.Format = .text, leastLevel: Diagnostic.Level = .note,
    _ body: (DiagnosticLog) -> Void
  ) -> [String] {
    var written = ""
    let log = DiagnosticLog(program: "orchard", format: format, leastLevel: leastLevel) {
      written += $0
    }
    body(log)
    #expect(written.isEmpty || written.hasSuffix("\n"))
    return written.split(separator: "\n").map(String.init)
  }

  @Test func tenOfAKindAreWritten() {
    let lines = lines { log in
      for line in 1...25 {
        log.report(Diagnostic(command: "pick", file: "a", line: line, code: "bad", "bad fruit"))
      }
      log.report(Diagnostic(file: "a", line: 26, code: "worse", "worse fruit"))
      log.report(Diagnostic(file: "b", line: 1, code: "bad", "bad fruit"))
      log.finish()
    }
    #expect(lines.count == 13)
    #expect(lines[9] == "orchard pick: a:10: bad fruit")
    #expect(lines[10] == "orchard: a:26: worse fruit")
    #expect(lines[12] == "orchard pick: a: … and 15 more like this")
  }

  @Test func tenExactlyLeaveNothingToSay() {
    let lines = lines { log in
      for _ in 1...10 { log.report(Diagnostic(file: "a", code: "bad", "bad fruit")) }
      log.finish()
    }
    #expect(lines.count == 10)
  }

  @Test func countsAnewAfterFinish() {
    let lines = lines { log in
      for _ in 1...2 {
        for _ in 1...11 { log.report(Diagnostic(file: "a", code: "bad", "bad fruit")) }
        log.finish()
      }
    }
    #expect(lines.count == 22)
    #expect(lines.last == "orchard: a: … and 1 more like this")
  }

  @Test func whatIsLessGraveIsNotWritten() {
    let lines = lines(leastLevel: .warning) { log in
      log.report(Diagnostic(.note, code: "n", "note"))
      log.report(Diagnostic(.warning, code: "w", "warning"))
    }
    #expect(lines == ["orchard: warning: warning"])
  }

  @Test func totalIsTheLastWord() {
    let lines = lines { log in
      log.total(command: "pick", file: "rows.jsonl", rejected: 3, of: 500)
      log.total(command: nil, file: "b", rejected: 0, of: 1, unit: "rows")
    }
    #expect(
      lines == [
        "orchard pick: rows.jsonl: 3 of 500 lines rejected, 497 handled",
        "orchard: b: note: 0 of 1 rows rejected, 1 handled",
      ])
  }

  @Test func writesJSONWhenAsked() {
    let lines = lines(.json) { $0.report(Diagnostic(code: "bad", "bad fruit")) }
    #expect(lines == [#"{"level":"error","code":"bad","message":"bad fruit"}"#])
  }
}
