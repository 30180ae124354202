import TestSupport
import Testing

@testable import Files

/// The kernel's list of memory, and how busy the machine is.
struct MachineMemoryTests {
  private static let list = """
    MemTotal:       16384000 kB
    MemFree:          204800 kB
    MemAvailable:    4096000 kB
    HugePages_Total:       0
    DirectMap4k:      200000 kB

    """

  @Test func twoLinesCount() throws {
    let memory = try #require(MachineMemory(list: Self.list))
    #expect(memory.all == 16_384_000)
    #expect(memory.available == 4_096_000)
    #expect(memory.percentUsed == 75)
  }

  @Test(
    "ends of the scale",
    arguments: [
      (1, 0, 100), (1, 1, 0), (8, 4, 50), (UInt64.max, 0, 100), (UInt64.max, UInt64.max, 0),
    ] as [(UInt64, UInt64, Double)])
  func ends(all: UInt64, available: UInt64, percent: Double) throws {
    let memory = try #require(
      MachineMemory(list: "MemAvailable: \(available) kB\nMemTotal: \(all) kB"))
    #expect(memory.percentUsed == percent)
  }

  @Test(
    "what is no such list",
    arguments: [
      "", "\n\n", "MemTotal:", "MemTotal: 5 kB", "MemAvailable: 5 kB",
      "MemTotal: 5 kB\nMemAvailable: 6 kB", "MemTotal: 0 kB\nMemAvailable: 0 kB",
      "MemTotal: 5 kB\nMemTotal: 5 kB\nMemAvailable: 1 kB",
      "MemTotal: 5 kB\nMemAvailable: 1 kB\nMemAvailable: 1 kB",
      "MemTotal: 5 MB\nMemAvailable: 1 kB", "MemTotal: 5\nMemAvailable: 1",
      "MemTotal: -5 kB\nMemAvailable: 1 kB", "MemTotal: +5 kB\nMemAvailable: 1 kB",
      "MemTotal: 5.0 kB\nMemAvailable: 1 kB", "MemTotal: 5 kB kB\nMemAvailable: 1 kB",
      "MemTotal: 18446744073709551616 kB\nMemAvailable: 1 kB",
      "MemTotal: ٥ kB\nMemAvailable: 1 kB", "MemTotal: 5 kB\r\nMemAvailable: 1 kB\r\n",
      "MemTotal:5 kB\nMemAvailable:1 kB", "xMemTotal: 5 kB\nxMemAvailable: 1 kB",
      "MemTotal: 5 kB\0\nMemAvailable: 1 kB",
    ])
  func refused(list: String) {
    #expect(MachineMemory(list: list) == nil)
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SplitMix64(seed: 20_261_128)
    let sound = Array(Self.list.utf8)
    for _ in 0..<5000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count - 1))
        default: bytes.insert(contentsOf: sound[place % sound.count..<sound.count], at: place)
        }
      }
      guard let memory = MachineMemory(list: String(decoding: bytes, as: UTF8.self)) else {
        continue
      }
      #expect((0...100).contains(memory.percentUsed))
    }
  }

  @Test func theMachineItself() throws {
    #if os(Linux)
      let memory = try #require(MachineMemory.now)
      #expect(memory.all > 1 << 16)
      #expect((0...100).contains(memory.percentUsed))
    #endif
    let load = try #require(LoadAverage.percent)
    #expect(load.isFinite && load >= 0)
    #expect(ProcessorCount.ofMachine >= ProcessorCount.available)
  }
}
