/// Takes a body piece by piece as it comes, unpacked, so that nobody has to keep it.
///
/// What it takes counts only when the whole answer has come: a connection may end and a checksum may be
/// wrong behind any piece.
package protocol BodyReceiver: AnyObject {
  /// Takes the next piece.
  ///
  /// - Returns: Whether more is wanted; if not, the transfer ends at once.
  func take(_ piece: Span<UInt8>) -> Bool

  /// Forgets all that it has taken, for the body is about to come again from its start.
  ///
  /// It is asked where pieces were taken, the rest did not come, and there is time for another try.
  ///
  /// - Returns: Whether it could; if not, there is no other try.
  func forget() -> Bool
}
