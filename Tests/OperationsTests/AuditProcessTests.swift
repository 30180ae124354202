import Foundation
import Operations
import TestSupport
import Testing

@Suite(.serialized) struct AuditProcessTests {
  /// The program that writes until it is killed.
  private static let writers = Checkout.root.appending(path: ".build/debug/writers").path

  private func verdict(_ scratch: Scratch) throws -> (word: Substring, count: Int64) {
    let text = try Program.run(Self.writers, ["verify", scratch.path]).outputText
    let words = text.split(separator: " ")
    try #require(words.count > 1, "\(text)")
    return (words[0], Int64(words[1]) ?? -1)
  }

  @Test func twelveProcessesAppendAtOnce() throws {
    let scratch = try Scratch()
    let running = try (0..<12).map { _ in
      try RunningProgram(Self.writers, ["audit", scratch.path, "50"])
    }
    let started = Date()
    while !FileManager.default.fileExists(atPath: scratch("audit.head")),
      started.timeIntervalSinceNow > -60
    {
      usleep(2_000)
    }
    // Whoever checks it meanwhile never sees half a line.
    for _ in 0..<5 { #expect(try verdict(scratch).word == "whole") }
    var numbers: Set<Int64> = []
    for program in running {
      for _ in 0..<50 { numbers.insert(Int64(try #require(program.line(within: 120))) ?? 0) }
      #expect(program.status(within: 10) == 0)
    }
    #expect(numbers == Set(1...600))
    let (word, count) = try verdict(scratch)
    #expect(word == "whole" && count == 600)
    #expect(try AuditLog(path: scratch("audit.jsonl"), heads: nil).verify().count == 600)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func losesNothingWhenItIsKilled(seed: UInt64) throws {
    let scratch = try Scratch()
    var random = SplitMix64(seed: seed)
    var acknowledged: Int64 = 0
    for round in 0..<10 {
      let block = Int.random(in: 1...4, using: &random)
      let program = try RunningProgram(
        Self.writers, ["audit", scratch.path, "1000000", "\(block)"])
      let first = try #require(program.line(within: 60))
      acknowledged = max(acknowledged, Int64(first) ?? .max)
      usleep(.random(in: 0...12_000, using: &random))
      program.signal(SIGKILL)
      #expect(program.status(within: 10) == 128 + SIGKILL)
      while let line = program.line(within: 1) { acknowledged = Int64(line) ?? .max }
      let (word, count) = try verdict(scratch)
      #expect(["whole", "torn"].contains(word) && count >= acknowledged, "round \(round)")
    }
  }
}
