extension KeyGroup {
  static let account = KeyGroup(
    "Account", isFrozen: true,
    [
      Key(
        "CAPITAL", .number(.money(.atLeast(10_000))), default: "100000",
        "The rupees that the account starts with; equity, and every limit in percent, is calculated "
          + "from it and from the log of trades.",
        otherNames: ["INITIAL_CAPITAL"])
    ])
}
