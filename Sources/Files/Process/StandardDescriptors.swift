#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The descriptors 0, 1 and 2, which belong to the process from its start.
package enum StandardDescriptors {
  /// Fills the places of standard descriptors that the program was started without.
  ///
  /// Otherwise the next file to be opened would get such a number, and results or messages would
  /// be written into it. The filler is open the wrong way round, so that reading from a
  /// closed standard input, or writing to a closed standard output, is still an error.
  package static func fillGaps() {
    let fillers = [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDWR),
    ]
    for (number, flags) in fillers where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is the one that is missing, because those below are taken.
      _ = unsafe open("/dev/null", flags)
    }
  }
}
