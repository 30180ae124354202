/// How reading from a connection or writing to it ended, when it did not wait.
enum LineOutcome {
  /// Something was read, or all was written.
  case done
  /// Nothing more for now.
  case blocked
  /// The connection is no more.
  case ended
}
