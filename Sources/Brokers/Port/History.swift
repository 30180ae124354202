internal import Scalars

/// Joins what came back for the pieces of a span.
package enum History {
  /// The candles of all pieces by time, each once; of two at one time the one that came later.
  package static func joined(_ pieces: [[Candle]]) -> [Candle] {
    joined(pieces, by: \.start)
  }

  /// The points of all pieces by time, each once; of two at one time the one that came later.
  package static func joined(_ pieces: [[OpenInterestPoint]]) -> [OpenInterestPoint] {
    joined(pieces, by: \.time)
  }

  /// Candles with the open interest of their times; what has no point keeps what it has.
  ///
  /// - Parameter points: each time once.
  package static func joined(
    _ candles: [Candle], with points: [OpenInterestPoint]
  ) -> [Candle] {
    let known = Dictionary(uniqueKeysWithValues: points.map { ($0.time, $0.openInterest) })
    return candles.map { candle in
      var candle = candle
      candle.openInterest = known[candle.start] ?? candle.openInterest
      return candle
    }
  }

  private static func joined<Element>(
    _ pieces: [[Element]], by time: (Element) -> Timestamp
  ) -> [Element] {
    let sorted = pieces.joined().enumerated().sorted {
      (time($0.element), $0.offset) < (time($1.element), $1.offset)
    }
    var found: [Element] = []
    for (_, element) in sorted {
      if let last = found.last, time(last) == time(element) { found.removeLast() }
      found.append(element)
    }
    return found
  }
}
