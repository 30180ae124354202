import Foundation

extension FileHandle {
  /// Writes bytes to a pipe whose reader may have gone, and closes it if asked to.
  ///
  /// That is no failure of the test, and must not end it by a signal. The signal is blocked on a thread
  /// that does nothing else, so that no program which is started inherits the block.
  func writeQuietly(_ data: Data, thenClose: Bool, onEnd: @escaping @Sendable () -> Void) {
    let thread = Thread { [self] in
      var set = sigset_t()
      unsafe sigemptyset(&set)
      unsafe sigaddset(&set, SIGPIPE)
      unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
      try? write(contentsOf: data)
      if thenClose { try? close() }
      onEnd()
    }
    thread.start()
  }
}
