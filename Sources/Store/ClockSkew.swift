/// How far the clocks of two processes of one machine may be apart, as one may be set meanwhile.
enum ClockSkew {
  /// What is dated so many milliseconds ahead comes from a clock that was wrong.
  static let tolerated: Int64 = 5000
}
