import Scalars

/// Finds the word that was probably meant.
package enum Suggestion {
  /// The candidate nearest to the word; nil when none is near enough to be meant.
  ///
  /// A word of three letters or more may also be the beginning of a candidate.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let others = candidates.filter { $0 != word }
    if let nearest = Scalars.nearest(to: word, in: others) { return nearest }
    return word.count >= 3 ? others.first { $0.hasPrefix(word) } : nil
  }
}
