import BrokerCalls
import Brokers
import Files
import TestSupport
import Testing

/// Recordings: that they give back what was answered, and hold no secret.
@Suite(.needsBrokers) struct RecordingTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk(FakeBrokers())
    try desk.brokers.limit(false)
  }

  @Test func aRecordingGivesTheSameAnswers() throws {
    let folder = desk.home("day")
    let first = try desk.desk(recording: folder).quotes().1
    let calls = try desk.brokers.calls().count
    for _ in 0..<2 { #expect(try desk.replay(folder).quotes().1 == first) }
    #expect(try desk.brokers.calls().count == calls, "nobody was asked")
  }

  @Test func whatWasNotAskedIsSaid() throws {
    let folder = desk.home("day")
    _ = try desk.desk(recording: folder).quotes(20)
    let failure = try #require(throws: CallFailure.self) { try desk.replay(folder).quotes(21) }
    #expect(failure.kind == .notRecorded)
  }

  @Test func noSecretIsInIt() throws {
    let folder = desk.home("day")
    _ = try desk.desk(recording: folder).quotes(20)
    for name in try Folder.names(in: folder) {
      let text = String(decoding: try ByteSource.bytes(of: "\(folder)/\(name)"), as: UTF8.self)
      for canary in FakeBrokers.canaries where canary != "4826" {
        #expect(!text.contains(canary), "\(name): \(canary)")
      }
      #expect(!text.contains("\\\"4826\\\""), "\(name)")
    }
  }

  @Test func aPINThatStandsInTheAnswersByChanceLeavesThemWhole() throws {
    _ = try desk.desk().quotes(1)
    let other = try TestDesk(
      desk.brokers, in: desk.home, replacing: "BROKER_PIN", with: String(FakeBrokers.day.prefix(4)))
    let folder = desk.home("day")
    let first = try other.desk(recording: folder).quotes().1
    #expect(try other.replay(folder).quotes().1 == first)
    #expect(try desk.home.text("day/calls.jsonl").contains("Nov-2026"))
  }

  @Test func failuresAreRecordedToo() throws {
    let folder = desk.home("day")
    try desk.brokers.order("{\"broker\":\"smartapi\",\"call\":\"quotes\",\"kind\":\"cut-length\"}")
    let first = try desk.desk(recording: folder).quotes().1
    #expect(try desk.replay(folder).quotes().1 == first)
    #expect(
      try String(decoding: ByteSource.bytes(of: "\(folder)/calls.jsonl"), as: UTF8.self)
        .contains("\"failure\":"))
  }

  @Test(arguments: ["", "{}\n", "no json\n", "{\"at\":\"2026\"}\n"])
  func whatIsNoRecordingIsRefused(text: String) throws {
    let folder = desk.home("none")
    try Folder.make(folder)
    _ = try desk.home.put("none/calls.jsonl", text)
    let failure = try #require(throws: CallFailure.self) { try desk.replay(folder) }
    #expect(failure.kind == .notRecorded)
  }

  @Test func aRecordingLeadsToNoFileOutsideOfIt() throws {
    let folder = desk.home("day")
    _ = try desk.desk(recording: folder).quotes(20)
    let text = try desk.home.text("day/calls.jsonl")
    let line = text.replacing(/"body_file":"[^"]*"/, with: "\"body_file\":\"../angelx.body\"")
    _ = try desk.home.put("day/calls.jsonl", line)
    let failure = try #require(throws: CallFailure.self) { try desk.replay(folder).quotes(20) }
    #expect(failure.problem.contains("outside"))
  }
}
