import Scalars
import Testing
import TestSupport

@Suite struct NearestNameTests {
  static let words = ["filter", "fetch-chain", "greeks", "size", "min", "max", "hour"]

  @Test(arguments: [
    ("filtr", "filter"), ("fliter", "filter"), ("filtter", "filter"), ("FILTER", "filter"),
    ("greek", "greeks"), ("fetchchain", "fetch-chain"), ("fetch_chian", "fetch-chain"),
    ("siez", "size"), ("mim", "min"), ("hours", "hour"),
  ])
  func findsTheNearest(word: String, nearestWord: String) {
    #expect(nearest(to: word, in: Self.words) == nearestWord)
  }

  @Test(arguments: ["", "zzz", "filtration-plant", "sqrt", "mx2", "order"])
  func findsNothingFarAway(word: String) {
    #expect(nearest(to: word, in: Self.words) == nil)
  }

  @Test(arguments: ["filter", "min"])
  func neverSuggestsTheWordItself(word: String) {
    #expect(nearest(to: word, in: ["zzz", word, "yyy"]) == nil)
    #expect(nearest(to: word, in: [word], acceptingBeginnings: true) == nil)
    #expect(nearest(to: word.uppercased(), in: [word]) == word)
  }

  @Test(
    arguments: [
      ("fetch", "fetch-chain"), ("gre", "greeks"), ("FET", nil), ("fi", nil), ("f", nil),
      ("maxi", "max"), ("filtr", "filter"),
    ] as [(String, String?)])
  func acceptsABeginningWhereNothingIsNear(word: String, meant: String?) {
    #expect(nearest(to: word, in: Self.words, acceptingBeginnings: true) == meant)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearest(to: "mix", in: Self.words) == "min")
    #expect(nearest(to: "mix", in: ["max", "min"]) == "max")
  }

  /// Distances from the literature, and swaps, which count once.
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3),
    ("saturday", "sunday", 3), ("filter", "fitler", 1), ("ab", "ba", 1), ("ca", "abc", 3),
  ])
  func countsEdits(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8)) == distance)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func distanceIsAMeasure(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...7, using: &random)).map { _ in
          UInt8.random(in: 1...3, using: &random)
        }
      }
      let distance = editDistance(words[0], words[1])
      #expect(distance == editDistance(words[1], words[0]))
      #expect((distance == 0) == (words[0] == words[1]))
      #expect(distance >= abs(words[0].count - words[1].count))
      #expect(distance <= max(words[0].count, words[1].count))
    }
  }
}
