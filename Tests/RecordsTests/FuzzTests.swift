import Foundation
import Records
import TestSupport
import Testing

/// Random bytes must never crash a parser, and never become a record that others do not see.
@Suite struct FuzzTests {
  static let seeds: [String] = [
    #"{"kind":"quote","ts":"2026-11-20T15:29:58+05:30","symbol":"A","strike":24500,"right":"CE","ltp":120.5}"#,
    #"{ "a" : [ 1 , { "b" : "\u00e9\n" } ] , "c" : -1.5e-3 , "d" : null , "e" : true }"#,
    "a,b,c\n1,\"x,\"\"y\"\"\",3\n,,\n4,5,6\n", "[{\"a\":1},\n{\"b\":[{}]} , {}]\n",
  ]

  /// A seed with some bytes changed, removed, doubled or put in.
  static func mutated(_ text: String, using random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3:
        bytes.insert(Array("\"{}[],:\\\n0e-.".utf8).randomElement(using: &random) ?? 0, at: place)
      default: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func whatIsReadIsJSONToOthersToo(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_500 {
      let text = Self.mutated(Self.seeds[Int.random(in: 0..<4, using: &random)], using: &random)
      guard let found = try? outcome(of: text, fields: ["ts", "strike", "right", "mine"]) else {
        continue
      }
      for record in found.records {
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(record.utf8))) is [String: Any],
          "seed \(seed): \(record)")
        #expect(!record.utf8.contains(UInt8(ascii: "\n")), "seed \(seed): \(record)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func divisionIntoPiecesIsNeverSeen(seed: UInt64) throws {
    var random = SplitMix64(seed: 1_000 + seed)
    for _ in 0..<300 {
      let text = Self.mutated(Self.seeds[Int.random(in: 0..<4, using: &random)], using: &random)
      let whole = Result { try outcome(of: text) }
      let divided = Result {
        try outcome(of: text, size: Int.random(in: 1...9, using: &random))
      }
      switch (whole, divided) {
      case (.success(let one), .success(let other)): #expect(one == other, "seed \(seed): \(text)")
      case (.failure, .failure): break
      default: Issue.record("seed \(seed): \(String(decoding: text, as: UTF8.self))")
      }
    }
  }
}
