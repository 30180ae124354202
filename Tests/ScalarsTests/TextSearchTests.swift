import Scalars
import TestSupport
import Testing

/// Whether a text stands in another one.
struct TextSearchTests {
  @Test(arguments: [
    ("", "", true), ("a", "", true), ("", "a", false), ("ab", "ab", true), ("ab", "abc", false),
    ("aab", "ab", true), ("aaab", "aab", true), ("abab", "abb", false), ("₹ 5", "₹", true),
    ("NIFTY BANK", "BANK", true), ("nifty", "NIFTY", false),
  ])
  func findsWhatStandsThere(text: String, wanted: String, isThere: Bool) {
    #expect(text.contains(text: wanted) == isThere)
    // A part of a longer text is searched alone.
    #expect("x\(text)y".dropFirst().dropLast().contains(text: wanted) == isThere)
  }

  @Test func findsWhatTheSlowWayFinds() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      func text(_ most: Int) -> String {
        String(
          (0..<Int.random(in: 0...most, using: &random)).map { _ in
            "ab₹".randomElement(using: &random) ?? "a"
          })
      }
      let (one, other) = (text(12), text(4))
      let (bytes, wanted) = (Array(one.utf8), Array(other.utf8))
      let isThere = (0...bytes.count).contains { bytes[$0...].starts(with: wanted) }
      #expect(one.contains(text: other) == isThere)
    }
  }
}
