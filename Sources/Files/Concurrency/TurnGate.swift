/// Lets threads through one after the other, in the order of their numbers.
///
/// Workers that take numbered chunks from an input call ``wait(for:)`` with the number before they
/// write and ``advance()`` afterwards: the output then has the order of the input, whichever
/// worker was quicker.
package final class TurnGate: Sendable {
  /// Thrown to those who wait for a turn that will never come.
  package struct Closed: Error, Equatable {}

  private struct State {
    var turn: Int
    var isClosed = false
  }

  private let state: Monitor<State>

  /// - Parameter first: The number that is let through first.
  package init(first: Int = 0) {
    state = Monitor(State(turn: first))
  }

  /// Returns when it is the turn of a number.
  ///
  /// - Throws: ``Closed`` when the gate was closed before.
  package func wait(for turn: Int) throws(Closed) {
    let isClosed = state.withLock(when: { $0.isClosed || $0.turn == turn }, \.isClosed)
    if isClosed { throw Closed() }
  }

  /// Ends the current turn; the next number is let through.
  package func advance() {
    state.withLock { $0.turn += 1 }
  }

  /// Turns away all who wait or will wait; for a worker that fails and will never take its turn.
  package func close() {
    state.withLock { $0.isClosed = true }
  }
}
