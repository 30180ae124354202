/// A value that shows nothing of itself but one line that everybody may read.
///
/// Text made from it, and what a debugger or `dump` prints, is its description alone.
package protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{}

extension Discreet {
  /// The description.
  package var debugDescription: String { description }

  /// A mirror in which nothing is to be seen.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
