#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The signal of a closed pipe, which a closed connection raises as well.
///
/// It ends the program quietly, as is right when the reader of the output has gone; a server that
/// goes away must be an error instead.
enum PipeSignal {
  /// Runs the body and takes back the signal if the body has raised it on this thread.
  static func withheld<Result>(_ body: () -> Result) -> Result {
    var mask = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &mask, &before)
    let wasPending = isPending
    let result = body()
    if !wasPending, isPending {
      var taken: Int32 = 0
      unsafe sigwait(&mask, &taken)
    }
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    return result
  }

  private static var isPending: Bool {
    var pending = sigset_t()
    return unsafe sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1
  }
}
