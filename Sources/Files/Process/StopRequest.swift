#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
private import Synchronization

/// A signal that ends the program, held back so that the work can be brought to a good end.
///
/// The first one is only noted. A second one ends the program at once, as the first would have done
/// without this.
package enum StopRequest {
  /// The signal that came; 0 for none.
  private static let number = Atomic<Int32>(0)

  /// Holds back the signals by which a user or a pipeline ends a program, those that were ignored left
  /// aside.
  package static func hold() {
    // The handler must not be the first to touch it: the language's runtime may allocate then.
    number.store(0, ordering: .sequentiallyConsistent)
    SignalPolicy.answer(with: noteAndHold)
  }

  /// Whether somebody wants the program to end.
  package static var isMade: Bool { number.load(ordering: .relaxed) != 0 }

  /// Ends the program by the signal that was held back, if there was one.
  ///
  /// Whoever waits for the program then sees by its status that it was ended, and by what.
  package static func honour() {
    let number = number.load(ordering: .sequentiallyConsistent)
    guard number != 0 else { return }
    SignalPolicy.end(by: number)
  }

  /// Notes a signal; it calls nothing that may not be called wherever the program was interrupted.
  fileprivate static func note(_ signal: Int32) {
    number.store(signal, ordering: .sequentiallyConsistent)
  }
}

private func noteAndHold(_ number: Int32) {
  StopRequest.note(number)
  SignalPolicy.adoptEnding(of: number)
}
