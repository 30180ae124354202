extension Output {
  /// Whether a few thousand bytes can be written now without waiting for who reads them.
  ///
  /// A file takes them always. So does an output whose reader has gone: writing says so then.
  package var takesMore: Bool {
    guard let watchable else { return true }
    guard let found = try? SystemCalls.real.wait(-1, watchable, -1, 0) else { return true }
    return found.contains(.output)
  }

  /// How many bytes go into a pipe at once that takes any at all.
  package static let pieceOfPipe = 4096
}
