/// What is kept of a row until its snapshot is valued.
struct ValuedRow {
  /// The option's number in the valuer; -1 where the row is about something else.
  var option = -1
  /// The lot; not a number where it is not wanted or not known.
  var lot = Double.nan
  /// Whether the row has a forward of its own.
  var hasForward = false
}
