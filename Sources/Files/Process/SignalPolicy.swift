#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How the program meets the signals that end it.
package enum SignalPolicy {
  /// The status of a program whose reader has gone, as the shell reports it.
  package static let statusOfClosedPipe: Int32 = 128 + SIGPIPE

  /// The signals by which a user, a terminal or a pipeline ends a program.
  private static let ending = [SIGINT, SIGTERM, SIGHUP]

  /// Sets the answers to signals; part of ``StartUp/prepare()``.
  ///
  /// * SIGINT, SIGTERM and SIGHUP remove the temporary files and then end the program as they always
  ///   do, so that its status says which signal it was. One that was ignored stays ignored: that
  ///   is what `nohup` and background jobs ask for.
  /// * SIGPIPE does the same, also when it was inherited as ignored or blocked, as some
  ///   schedulers leave it: `angelx … | head -1` ends at once.
  /// * SIGXFSZ is ignored, so that a file over the size limit is an error with a message.
  package static func adopt() {
    PendingRemovals.prepare()
    for number in ending where !isIgnored(number) { _ = signal(number, removeAndEnd) }
    _ = signal(SIGPIPE, removeAndEnd)
    // A mask that was inherited from a thread of whoever started the program is no wish of theirs.
    for number in ending + [SIGPIPE] { unblock(number) }
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Answers the signals that end the program with something else, unless they are ignored.
  static func answer(with handler: @escaping @convention(c) (Int32) -> Void) {
    for number in ending where !isIgnored(number) { _ = signal(number, handler) }
  }

  /// Lets a signal end the program again as it always does; for use in a handler too.
  static func adoptEnding(of number: Int32) { _ = signal(number, removeAndEnd) }

  /// Ends the program as a signal does.
  static func end(by number: Int32) {
    adoptEnding(of: number)
    raise(number)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var current = sigaction()
    guard unsafe sigaction(number, nil, &current) == 0 else { return false }
    #if canImport(Glibc)
      let handler = unsafe current.__sigaction_handler.sa_handler
    #else
      let handler = unsafe current.__sigaction_u.__sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func unblock(_ number: Int32) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}

/// Removes the temporary files and ends the program as the signal would have done.
///
/// It may interrupt anything, so it only unlinks, resets and raises.
/// The signal is blocked while it is handled; raised again, it ends the program on return.
private func removeAndEnd(_ number: Int32) {
  PendingRemovals.removeAll()
  _ = signal(number, SIG_DFL)
  raise(number)
}
