#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Threads that work beside the one that the program began with.
package enum WorkerThreads {
  /// Starts a thread on a job; false when the system refuses to give one.
  ///
  /// Nobody waits for the thread: whoever needs its result arranges that with a ``Monitor``. It ends
  /// with its job, or with the program.
  package static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
    let job = unsafe Unmanaged.passRetained(Job(run))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard unsafe pthread_create(&thread, nil, enter, job.toOpaque()) == 0 else {
      unsafe job.release()
      return false
    }
    #if canImport(Darwin)
      if let thread { unsafe pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return true
  }
}

/// A job on its way into a thread.
private final class Job: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

#if canImport(Darwin)
  private func enter(_ job: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run()
    return nil
  }
#else
  private func enter(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let job = unsafe job else { return nil }
    unsafe Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run()
    return nil
  }
#endif
