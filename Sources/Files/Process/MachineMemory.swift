/// How much memory the machine has, and how much of it programs could still get.
package struct MachineMemory: Sendable, Equatable {
  /// All of it, in KiB.
  package let all: UInt64
  /// What programs could get without others being pushed out, in KiB.
  package let available: UInt64

  /// The memory of this machine now; nil where the system does not say, as on macOS.
  package static var now: MachineMemory? {
    #if canImport(Glibc)
      guard let text = try? ByteSource.bytes(of: "/proc/meminfo", most: 1 << 16) else { return nil }
      return MachineMemory(list: String(decoding: text, as: UTF8.self))
    #else
      return nil
    #endif
  }

  /// Reads the two lines of the kernel's list, as `proc(5)` describes it.
  ///
  /// Nil where one of them is missing, there twice or not such a line, and where no memory is left
  /// to have or more is available than there is.
  package init?(list: String) {
    var all: UInt64?
    var available: UInt64?
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "MemTotal:":
        guard all == nil, let size = Self.size(words) else { return nil }
        all = size
      case "MemAvailable:":
        guard available == nil, let size = Self.size(words) else { return nil }
        available = size
      default: continue
      }
    }
    guard let all, let available, all > 0, available <= all else { return nil }
    self.all = all
    self.available = available
  }

  /// The size that a line gives, which is always in KiB.
  private static func size(_ words: [Substring]) -> UInt64? {
    guard words.count == 3, words[2] == "kB",
      words[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return UInt64(words[1])
  }

  /// How much is in use, in percent.
  package var percentUsed: Double { Double(all - available) / Double(all) * 100 }
}
