import Files

/// The error with which something failed; nothing when it succeeded.
func failure<Result: ~Copyable>(of body: () throws(FileError) -> Result) -> FileError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
