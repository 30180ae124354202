#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The clock that knows the date, for commands that were not told the time.
package enum WallClock {
  /// The milliseconds since 1970-01-01T00:00:00Z.
  package static var milliseconds: Int64 { microseconds / 1000 }

  /// The microseconds since 1970-01-01T00:00:00Z.
  package static var microseconds: Int64 {
    var now = timespec()
    let code = unsafe clock_gettime(CLOCK_REALTIME, &now)
    precondition(code == 0, "every supported system has this clock")
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
  }
}
