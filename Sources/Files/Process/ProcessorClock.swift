#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The clock of the work itself: it stands still while the processors do something else.
package enum ProcessorClock {
  /// The seconds that all threads of this process have spent on processors.
  package static var seconds: Double {
    var now = timespec()
    let code = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    precondition(code == 0, "every supported system has this clock")
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
  }
}
