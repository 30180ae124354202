import CommandLineKit

/// The options of every command that reads a stream of records.
struct RecordOptions: Sendable {
  var fields: [String] = []
  var isStrict = false
  var mostProblems: Int?
  var rejects: PathArgument?
  var longestRecord = ByteSize(bytes: 1 << 20)
  var largestInflated: ByteSize?
  var assumesIST = false

  static let parameters = own.map { $0.section(section) }

  private static let own: [Parameter<RecordOptions>] = [
    .list("fields", "NAME", \.fields, "Write only these fields, in this order.")
      .explained(
        "A name may be a path into a nested object, such as checks.bias. A field that a record does not have is left out, or is an empty cell."
      ),
    .flag("strict", \.isStrict, "Stop at the first broken record."),
    .option(
      "max-errors", "N", \.mostProblems, limits: .atLeast(0),
      "Stop when more than N records are broken."),
    .option("rejects", "FILE", \.rejects, "Keep the broken records in FILE, byte for byte."),
    .option(
      "max-line", "SIZE", \.longestRecord,
      limits: .within(ByteSize(bytes: 64)...ByteSize(bytes: 1 << 30)),
      "How long a record may be before it is given up."),
    .option(
      "max-inflated", "SIZE", \.largestInflated,
      limits: .within(ByteSize(bytes: 1)...ByteSize(bytes: 1 << 60)),
      "Give up a packed input that expands to more than SIZE."
    )
    .explained(
      "Memory stays small at any size; this bounds the time that a hostile file can take."),
    .flag("assume-ist", \.assumesIST, "Take a time without an offset in a record for one of India.")
      .explained(
        "Without it such a time is an error, because a guessed zone is off by 5 h 30 min."),
  ]

  private static let section = "Records"
}
