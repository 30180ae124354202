import Files
import Testing
import TestSupport

/// Damages streams at random: nothing may crash, and what is read must be right.
@Suite struct GzipFuzzTests {
  private static let rounds = 2500

  private func stream(_ random: inout SplitMix64) -> [UInt8] {
    let members = Int.random(in: 1...3, using: &random)
    return (0..<members).flatMap { _ in
      let count = Int.random(in: 0...400, using: &random)
      let bytes = Bool.random(using: &random) ? random.lines(count) : random.bytes(count)
      return gzipMember(bytes, level: Int32.random(in: 0...9, using: &random), memoryLevel: 1)
    }
  }

  private func damage(_ stream: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0..<stream.count, using: &random)
    let length = Int.random(in: 0...min(20, stream.count - place), using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: stream[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: stream[place] = UInt8.random(in: 0...255, using: &random)
    case 2: stream.removeLast(stream.count - max(place, 1))
    case 3: stream.removeSubrange(place..<place + min(length, stream.count - 1))
    case 4: stream.insert(contentsOf: random.bytes(length), at: place)
    default: stream += [UInt8](repeating: 0, count: length)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func neverReadsSomethingWrong(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scratch = try Scratch()
    var compared = 0
    for round in 0..<Self.rounds {
      var damaged = stream(&random)
      for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&damaged, &random) }
      let piece = [1, 5, Int.max].randomElement(using: &random) ?? 1
      let buffer = [1, 9, 4096].randomElement(using: &random) ?? 1
      let reading = try Reading(damaged, piece: piece, buffer: buffer)
      if reading.error != nil {
        #expect(reading.error?.exitClass == .damagedInput, "round \(round)")
        continue
      }
      let path = try scratch.put("damaged", damaged)
      guard let expected = gunzippedByZlib(path: path) else { continue }
      compared += 1
      #expect(reading.bytes == expected, "round \(round)")
    }
    #expect(compared > 100, "the comparison must happen to be worth anything")
  }
}
