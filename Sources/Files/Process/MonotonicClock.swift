#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A clock that only moves forward, for durations and rates; it knows no date.
package enum MonotonicClock {
  /// Seconds since some moment in the past, the same for the life of the process.
  package static var seconds: Double {
    var now = timespec()
    let code = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    precondition(code == 0, "every supported system has this clock")
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
  }
}
