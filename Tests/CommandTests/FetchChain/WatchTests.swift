import Foundation
import TestSupport
import Testing

extension ChainTests {
  /// `--watch`: fetching again and again, by the clock.
  @Suite struct WatchTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    /// When the first call of each round was sent, out of a recording.
    private func starts(_ folder: String) throws -> [Double] {
      struct Call: Decodable {
        let at: String
        let call: String
        let microseconds: Double
        let sent: String?
      }
      let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
      return try desk.home.text("\(folder)/calls.jsonl").split(separator: "\n").compactMap {
        let call = try JSONDecoder().decode(Call.self, from: Data($0.utf8))
        // What is asked first of each round is the index.
        guard call.call == "quote", call.sent?.contains("99926000") == true else { return nil }
        let text = call.at.contains(".") ? call.at : call.at.replacing("+", with: ".000+")
        return try Date(text, strategy: style).timeIntervalSince1970 - call.microseconds / 1e6
      }
    }

    @Test func itKeepsToTheClockAndGoesOnAfterAFailure() throws {
      // Late in a second, so that what is counted from there on would stay late.
      try desk.setTime(after: 10.7)
      try desk.brokers.order(
        "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"skip\":4,\"kind\":\"AB1006\"}")
      let line = """
        angelx fetch-chain NIFTY --broker angelone --strikes 0 --watch 1s \
        --until \(desk.time(after: 15.5)) --now \(desk.time(after: 10.7))
        """
      let result = try desk.run("\(line) --record watch")
      #expect(result.status == 69, "the exit code is that of the failure")
      #expect(result.errorLines.count { $0.contains("AB1006") } == 1)
      let rows = try result.rows
      let rounds = Dictionary(grouping: rows, by: \.ts)
      #expect(rounds.count >= 2)
      #expect(rounds.values.allSatisfy { $0.count == 5 }, "a round is whole and has one time")
      let starts = try starts("watch")
      #expect(starts.count == rounds.count + 1, "the one that failed is no round")
      #expect(Set(starts.map { $0.rounded(.down) }).count == starts.count)
      let late = starts.dropFirst().map { $0 - $0.rounded(.down) }
      #expect(try #require(late.min()) < 0.5, "\(late)")
      let again = try desk.run("\(line) --replay watch")
      #expect(again.output == result.output)
      #expect(again.status == result.status)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalLeavesWholeRows(signal: Int32) throws {
      let until = desk.time(in: 600)
      let running = try desk.start(
        "NIFTY --watch 1s --until \(until) --broker angelone --quiet NOW")
      var lines = [try #require(running.line(within: 30))]
      // Nobody reads meanwhile, and it waits in the middle of its rows.
      usleep(1_500_000)
      running.signal(signal)
      #expect(running.status(within: 10) == 128 + signal)
      while let line = running.line(within: 5) { lines.append(line) }
      #expect(running.unfinishedLine.isEmpty)
      #expect(lines.count > 100)
      for line in lines {
        #expect(throws: Never.self) {
          try JSONDecoder().decode(ChainRow.self, from: Data(line.utf8))
        }
      }
    }

    @Test func whatIsListedNowhereIsNotWaitedFor() throws {
      let until = desk.time(in: 600)
      let result = try desk.run("angelx fetch-chain NIFTTY --watch 1s --until \(until) NOW")
      #expect(result.status == 66)
      #expect(result.errorLines.count == 1)
    }
  }
}
