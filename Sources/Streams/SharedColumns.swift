import Files

/// The columns of the output, which the first record that is written decides.
///
/// Which record is the first does not depend on how many workers there are: a worker that needs the
/// columns waits until every piece before its own is done.
final class SharedColumns: Sendable {
  private let paths: Monitor<[[String]]?>
  private let gate: TurnGate

  init(_ paths: [[String]]?, gate: TurnGate) {
    self.paths = Monitor(paths)
    self.gate = gate
  }

  /// The columns, once somebody knows them.
  var known: [[String]]? { paths.withLock { $0 } }

  /// Their titles.
  var titles: [String] { known?.map { $0.joined(separator: ".") } ?? [] }

  /// The columns; when no piece before this one has decided them, `own` does.
  func resolved(
    turn: Int, own: () -> [[String]]
  ) throws(TurnGate.Closed) -> [[String]] {
    if let known { return known }
    try gate.wait(for: turn)
    if let known { return known }
    let decided = own()
    paths.withLock { $0 = decided }
    return decided
  }
}
