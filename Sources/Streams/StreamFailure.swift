package import Files
package import Records

/// Why an input could not be read to its end.
package enum StreamFailure: Error, Sendable {
  /// The bytes cannot be read as records.
  case format(FormatProblem)
  /// The file cannot be read, or its compression is damaged.
  case file(FileError)
}
