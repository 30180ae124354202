import Files
import Scalars
import Store

/// Asks, keeps and ends answers to thirty questions.
struct CacheWriter {
  let path: String

  /// Says in the end how many answers were found and not found, and how many were ended.
  func run(_ words: [String]) throws {
    let store = try Store(path: path, access: .creating)
    let cache = Cache(in: store, CacheRules(lifetimes: [.history: 40], most: 20))
    let start = words[0].utf8.reduce(0) { $0 + Int($1) }
    var (hits, misses, ended) = (0, 0, 0)
    for round in 0..<(Int(words[1]) ?? 1) {
      let now = Timestamp(milliseconds: WallClock.milliseconds)
      let kind: CacheRules.Kind = round % 2 == 0 ? .history : .positions
      let key = "question \((round * 7 + start) % 30)"
      let wanted = Array("answer to \(kind) \(key)".utf8)
      if let answer = try cache.answer(kind, key, at: now) {
        hits += 1
        guard answer.body == wanted else { throw WriterError.wrong("another answer") }
      } else {
        misses += 1
        try cache.keep(wanted, kind, key, at: now)
      }
      if round % 50 == 49 { ended += try cache.end(because: .orderFilled) }
    }
    try cache.finish(at: Timestamp(milliseconds: WallClock.milliseconds))
    say("\(hits) \(misses) \(ended)")
  }
}
