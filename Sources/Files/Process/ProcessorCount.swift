#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The number of processors.
package enum ProcessorCount {
  /// The processors that this process may run on, at least 1.
  package static var available: Int {
    allowed.map { max(1, $0) } ?? ofMachine
  }

  /// The processors left to this process by `taskset`, a container or a scheduler.
  private static var allowed: Int? {
    #if canImport(Glibc)
      typealias Call = @convention(c) (Int32, Int, UnsafeMutableRawPointer?) -> Int32
      // The C header declares the call for GNU sources only, which Swift is not.
      guard let address = unsafe dlsym(nil, "sched_getaffinity") else { return nil }
      let getAffinity = unsafe unsafeBitCast(address, to: Call.self)
      var mask = [UInt64](repeating: 0, count: 128)
      let size = mask.count * MemoryLayout<UInt64>.size
      guard unsafe getAffinity(0, size, &mask) == 0 else { return nil }
      return mask.reduce(0) { $0 + $1.nonzeroBitCount }
    #else
      return nil
    #endif
  }

  /// The processors that are switched on in the machine, whoever may use them, at least 1.
  package static var ofMachine: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
