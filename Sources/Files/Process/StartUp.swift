/// What the process owes its surroundings before it does anything else.
package enum StartUp {
  /// Prepares the process; to be called once, as the first thing in `main`.
  ///
  /// No file may be open and no thread running yet: see ``SignalPolicy/adopt()`` and
  /// ``StandardDescriptors/fillGaps()``.
  package static func prepare() {
    StandardDescriptors.fillGaps()
    SignalPolicy.adopt()
  }
}
