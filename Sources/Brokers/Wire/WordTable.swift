/// Looks up words of brokers in tables of what they mean, both ways.
enum WordTable {
  /// What a word means in a table, whatever the case of its letters.
  static func meaning<Meaning>(
    of word: String, in table: [(word: String, meaning: Meaning)]
  ) -> Worded<Meaning> {
    let plain = word.lowercased()
    return table.first { $0.word.lowercased() == plain }.map { .known($0.meaning) }
      ?? .unknown(word)
  }

  /// The word for something; tables name everything.
  static func word<Meaning: Equatable>(
    for meaning: Meaning, in table: [(word: String, meaning: Meaning)]
  ) -> String {
    table.first { $0.meaning == meaning }?.word ?? ""
  }
}
