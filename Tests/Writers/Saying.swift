import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a writer itself gets wrong.
enum WriterError: Error {
  case unknownMode(String)
  case badHead(String)
  /// What was written or found is not what it should be.
  case wrong(String)
}

/// Writes a line to standard output at once.
func say(_ line: String) {
  let output = Descriptor(borrowing: 1, calls: .real)
  let bytes = Array((line + "\n").utf8)
  unsafe bytes.withUnsafeBytes { raw in unsafe try? output.writeAll(raw) }
}

/// Ends the program as one that could not write.
func exitAfterFailure() -> Never { exit(74) }
