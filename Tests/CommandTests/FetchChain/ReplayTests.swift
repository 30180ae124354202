import Foundation
import TestSupport
import Testing

extension ChainTests {
  /// Recordings that have been through something.
  @Suite struct ReplayTests {
    private let desk: ChainDesk
    private static let line = "angelx fetch-chain NIFTY BANKNIFTY --broker angelone --strikes 1"

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    /// A recording in a folder, with a home of its own so that the list of instruments is a part of it:
    /// what was written, and its lines.
    private func record(_ folder: String) throws -> (output: [UInt8], lines: [String]) {
      let run = try desk.run("ANGELX_HOME=\(folder)/home \(Self.line) --record \(folder) NOW")
      #expect(run.status == 0, "\(run.errorText)")
      let lines = try desk.home.text("\(folder)/calls.jsonl").split(separator: "\n")
      return (run.output, lines.map(String.init))
    }

    @Test func aRecordingHasOnceWhatIsAskedOnceADay() throws {
      // The list is known already, and who replays it has no store.
      let first = try desk.run("\(Self.line) --record day NOW")
      let later = desk.time(in: 25)
      let second = try desk.run("\(Self.line) --record day --now \(later)")
      #expect(first.status == 0 && second.status == 0, "\(first.errorText)\(second.errorText)")
      #expect(first.output != second.output)
      let lists = try desk.home.text("day/calls.jsonl").split(separator: "\n")
        .count { $0.contains("\"call\":\"other\"") }
      #expect(lists == 1)
      #expect(try desk.run("\(Self.line) --replay day").output == first.output)
      let replayed = try desk.run("\(Self.line) --replay day --now \(later)")
      #expect(replayed.output == second.output, "\(replayed.errorText)")
    }

    @Test(arguments: ["--candles 5m", "--instruments --grep 22650", "--strikes 2 --expiry next"])
    func theSameArgumentsGiveTheSameBytes(task: String) throws {
      let line = "angelx fetch-chain NIFTY --broker angelone \(task)"
      let folder = "same-\(task.filter(\.isLetter))"
      let first = try desk.run("\(line) --record \(folder) NOW")
      #expect(first.status == 0 && !first.output.isEmpty, "\(first.errorText)")
      let again = try desk.run("\(line) --replay \(folder)")
      #expect(again.output == first.output, "\(again.errorText)")
    }

    @Test func aBrokenLineCostsItselfOnly() throws {
      let (output, lines) = try record("broken")
      #expect(try desk.run("\(Self.line) --replay broken").output == output)
      let foreign = ["{}", "", "no json", #"{"at":"2026"}"#, String(lines[1].dropLast(20))]
      let text = (foreign + lines + ["{\"at\":"]).joined(separator: "\n")
      try desk.home.put("broken/calls.jsonl", text)
      let result = try desk.run("\(Self.line) --replay broken")
      #expect(result.output == output)
      #expect(result.status == 65)
      let places = [1, 3, 4, 5, foreign.count + lines.count + 1]
      #expect(result.errorLines.count == places.count)
      for (line, place) in zip(result.errorLines, places) {
        #expect(line.contains("warning: broken/calls.jsonl:\(place): this is no recorded call; "))
        #expect(line.hasSuffix("line skipped"))
      }
    }

    @Test func aFileThatIsNoRecordingIsNotRepeatedLineByLine() throws {
      try desk.home.put("foreign/calls.jsonl", String(repeating: "{}\n", count: 1000))
      let result = try desk.run("\(Self.line) --replay foreign")
      #expect(result.status == 66)
      #expect(result.errorLines.count < 10)
      #expect(result.errorLines.last?.contains("foreign holds no recorded call") == true)
    }

    @Test func anAnswerThatIsLostCostsItselfOnly() throws {
      let (output, lines) = try record("lost")
      let quotes = lines.indices.filter { lines[$0].contains("\"call\":\"quote\"") }
      #expect(quotes.count == 4)
      let whole = output.split(separator: 10)
      for (name, words) in [("gone.body", "lost/gone.body: "), ("../x.body", "outside of it")] {
        var changed = lines
        // The options of the first name.
        changed[quotes[1]] = lines[quotes[1]].replacing(
          /"body":".*"}$/, with: "\"body_file\":\"\(name)\"}")
        #expect(changed != lines)
        try desk.home.put("lost/calls.jsonl", changed.joined(separator: "\n") + "\n")
        let result = try desk.run("\(Self.line) --replay lost")
        #expect(result.status == 65)
        #expect(result.output.split(separator: 10) == Array(whole.suffix(whole.count / 2)))
        #expect(result.errorLines.count == 1, "\(result.errorText)")
        #expect(result.errorText.contains(words), "\(result.errorText)")
      }
    }
  }
}
