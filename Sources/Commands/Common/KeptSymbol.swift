import Market

/// The symbol by which a row is found again in the store.
enum KeptSymbol {
  /// Whether a text is a symbol of which a store or a shell makes nothing else.
  static func isOne(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || "&_-.".utf8.contains(byte)
      }
  }

  /// The symbol of a contract as the daily files of the exchanges have it; nil where it has none there.
  static func usual(of contract: Contract, _ rules: ExpiryRules) -> String? {
    let grammars: [SymbolGrammar] = [.kiteMonthly, .kiteWeekly, .fullDate]
    return grammars.lazy.compactMap { contract.symbol($0, rules) }.first(where: isOne)
  }
}
