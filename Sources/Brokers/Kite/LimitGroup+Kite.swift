extension LimitGroup {
  /// The calls that Kite counts together, for each user and key.
  package enum Kite {
    package static let quotes = LimitGroup("quote")
    package static let history = LimitGroup("history")
    package static let other = LimitGroup("other")

    /// All of them.
    package static let all = [quotes, history, other]
  }
}
