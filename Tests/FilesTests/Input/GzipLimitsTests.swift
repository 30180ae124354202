import Files
import Foundation
import Testing

@Suite struct GzipLimitsTests {
  private static let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)

  @Test(arguments: [1, 7, 4096, 262_144])
  func stopsExactlyAtTheLimitOfOutput(buffer: Int) throws {
    let bytes = Array(Self.bytes.prefix(20_000))
    let stream = gzipMember(bytes)
    let limits = GzipLimits(output: 19_999)
    let reading = try Reading(stream, buffer: buffer, limits: limits)
    #expect(reading.bytes.count == 19_999)
    #expect(reading.fault == .tooLong(limit: 19_999))
    #expect(reading.error?.exitClass == .damagedInput)
    let allowed = try Reading(stream, buffer: buffer, limits: GzipLimits(output: 20_000))
    #expect(allowed == Reading(bytes: bytes))
  }

  @Test func countsTheOutputOfAllMembers() throws {
    let stream = gzipMember([1, 2, 3]) + gzipMember([4, 5, 6])
    let reading = try Reading(stream, limits: GzipLimits(output: 5))
    #expect(reading.bytes == [1, 2, 3, 4, 5])
    #expect(reading.fault == .tooLong(limit: 5))
  }

  @Test func refusesWhatExpandsTooMuch() throws {
    let stream = gzipMember(Self.bytes)
    #expect(
      try Reading(stream, limits: GzipLimits(expansion: 100)).fault == .expandsTooMuch(limit: 100))
    #expect(try Reading(stream, limits: GzipLimits(expansion: 1100)).error == nil)
  }

  @Test func doesNotJudgeTheExpansionOfShortFiles() throws {
    let bytes = Array(Self.bytes.prefix(1 << 19))
    let reading = try Reading(gzipMember(bytes), limits: GzipLimits(expansion: 2))
    #expect(reading == Reading(bytes: bytes))
  }

  @Test func survivesTheLargestLimits() throws {
    let limits = GzipLimits(output: .max, expansion: .max)
    #expect(try Reading(gzipMember(Self.bytes), limits: limits).bytes.count == Self.bytes.count)
  }

  @Test func readsABombInBoundedMemory() async {
    await #expect(processExitsWith: .success) {
      let zeros = gzipMember([UInt8](repeating: 0, count: 10_000_000), level: 9)
      let bomb = Array(repeatElement(zeros, count: 30).joined())
      let before = peakMemory()
      var source = try ByteSource(path: "bomb", calls: MemoryInput(bomb).calls)
      var buffer = [UInt8](repeating: 0, count: 262_144)
      var total = 0
      while case let count = try source.read(into: &buffer), count > 0 { total += count }
      #expect(total == 300_000_000)
      #expect(peakMemory() - before < 4_000_000)
    }
  }
}

/// The most memory this process ever had, in bytes.
private func peakMemory() -> Int {
  var usage = rusage()
  #if os(Linux)
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #else
    unsafe getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #endif
}
