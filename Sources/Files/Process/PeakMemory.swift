#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much memory the process has held at most.
package enum PeakMemory {
  /// The bytes that were in memory at once, up to now.
  ///
  /// It never falls. Linux counts what the process was before it became this program, which matters
  /// only where a large program starts a small one.
  package static var bytes: Int {
    var usage = rusage()
    let code = unsafe getrusage(Self.ourselves, &usage)
    precondition(code == 0, "a process may always ask about itself")
    return Int(usage.ru_maxrss) * unit
  }

  #if canImport(Glibc)
    private static var ourselves: Int32 { Int32(RUSAGE_SELF.rawValue) }
    /// Linux counts in KiB.
    private static var unit: Int { 1024 }
  #else
    private static var ourselves: Int32 { RUSAGE_SELF }
    private static var unit: Int { 1 }
  #endif
}
