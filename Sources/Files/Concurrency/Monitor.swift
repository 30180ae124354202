#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A state that threads share, one at a time, with a way to wait until it has changed.
///
/// The standard library's `Mutex` cannot wait for a condition; this can. Every thread that waits is
/// woken after every access, so a change cannot be forgotten; with a handful of threads that costs
/// nothing.
@safe
package final class Monitor<State: ~Copyable>: @unchecked Sendable {
  // Sendable, because the state is only reached with the mutex held.
  private var state: State
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  package init(_ state: consuming sending State) {
    self.state = state
    // On the heap, because the system remembers the addresses.
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition = .allocate(capacity: 1)
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe require(pthread_mutex_init(mutex, nil))
    unsafe require(pthread_cond_init(condition, nil))
  }

  deinit {
    unsafe require(pthread_cond_destroy(condition))
    unsafe require(pthread_mutex_destroy(mutex))
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs the body with the state to itself.
  ///
  /// The body must not enter the same monitor again.
  package func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try withLock(when: { _ in true }, body)
  }

  /// Waits until the state is ready, then runs the body with the state to itself.
  package func withLock<Result: ~Copyable, Failure: Error>(
    when isReady: (borrowing State) -> Bool,
    _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    unsafe require(pthread_mutex_lock(mutex))
    defer {
      // In this order, so that who wakes up finds the mutex free.
      unsafe require(pthread_mutex_unlock(mutex))
      unsafe require(pthread_cond_broadcast(condition))
    }
    while !isReady(state) { unsafe require(pthread_cond_wait(condition, mutex)) }
    return try body(&state)
  }
}

/// These calls fail only when they are used wrongly.
private func require(_ code: Int32) {
  precondition(code == 0, "a lock was used wrongly")
}
