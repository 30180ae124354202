/// The candidate that `word` was most likely meant to be, or nil when none is near.
///
/// Near means: at most a third of the letters wrong (one in words of up to five), where a wrong, a
/// missing, an extra letter and two swapped neighbours each count as one, and upper and lower case
/// count as the same. Of equally near candidates the first is taken. The word itself is never what
/// was meant instead of it.
///
/// - Parameter acceptingBeginnings: Whether a word of three letters or more may also be the
///   beginning of a candidate, where none is near.
public func nearest(
  to word: String, in candidates: some Sequence<String>, acceptingBeginnings: Bool = false
) -> String? {
  let sought = Array(word.lowercased().utf8)
  var begun: String?
  var best: String?
  var bestDistance = max(1, sought.count / 3) + 1
  for candidate in candidates where candidate != word {
    if begun == nil, candidate.hasPrefix(word) { begun = candidate }
    let letters = Array(candidate.lowercased().utf8)
    guard abs(letters.count - sought.count) < bestDistance else { continue }
    let distance = editDistance(sought, letters)
    if distance < bestDistance && distance < letters.count {
      (best, bestDistance) = (candidate, distance)
    }
  }
  return best ?? (acceptingBeginnings && word.count >= 3 ? begun : nil)
}

/// How many letters must be replaced, inserted, deleted or swapped with their neighbour.
///
/// This is the Damerau–Levenshtein distance in which no letter is edited twice.
package func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let isSame = first[row] == second[column]
      var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}
