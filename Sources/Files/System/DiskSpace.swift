#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much room there is on the disk that a path lies on, in blocks of the disk.
package struct DiskSpace: Sendable, Equatable {
  /// All blocks.
  package let all: UInt64
  /// Blocks that hold nothing.
  package let free: UInt64
  /// Those of them that may be used by everybody; the rest is kept for the administrator.
  package let available: UInt64

  /// Creates figures of a disk.
  package init(all: UInt64, free: UInt64, available: UInt64) {
    self.all = all
    self.free = free
    self.available = available
  }

  /// The disk of a path; nil where the system does not say.
  package init?(of path: String) {
    var facts = statvfs()
    guard unsafe statvfs(path, &facts) == 0 else { return nil }
    self.init(
      all: UInt64(facts.f_blocks), free: UInt64(facts.f_bfree),
      available: UInt64(facts.f_bavail))
  }

  /// How much is used of what may be used by everybody, in percent, as `df` counts it.
  ///
  /// Nil for a disk without blocks, and for figures that contradict each other.
  package var percentUsed: Double? {
    guard free <= all, available <= free else { return nil }
    let used = Double(all - free)
    let whole = used + Double(available)
    return whole > 0 ? used / whole * 100 : nil
  }
}
