import CommandLineKit
import Testing

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("filtr", "filter"), ("fitler", "filter"), ("FILTER", "filter"), ("siez", "size"),
      ("validate", "validate-config"), ("xyz", nil), ("f", nil), ("si", nil),
      ("archvie", "archive"),
      ("filter", nil),
    ] as [(String, String?)])
  func findsWhatWasMeant(word: String, meant: String?) {
    let names = ["filter", "size", "archive", "validate-config"]
    #expect(Suggestion.nearest(to: word, among: names) == meant)
  }
}
