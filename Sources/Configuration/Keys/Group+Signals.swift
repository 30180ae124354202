extension KeyGroup {
  static let signals = KeyGroup(
    "Signals",
    [
      Key(
        "ADAPTIVE_FILTERS", .boolean, default: "True",
        "Whether the filter's requirements move with volatility, noise and the time of day. With "
          + "False every requirement is its base one inside the session.",
        otherNames: ["ADAPTIVE_FILTERING"], isFrozen: true),
      Key(
        "BASE_BIAS_THRESHOLD", .number(.fraction("bias strength")), default: "0.6",
        "The strength of bias, whatever its sign, that a signal needs in quiet volatility and a "
          + "normal window; regime, window and noise move it within BIAS_LIMITS.",
        isFrozen: true),
      Key(
        "TRAP_MIN_CONFIDENCE", .number(.fraction("confidence that it is no trap")), default: "0.65",
        "How sure it must be that a signal is no trap, that is one minus its trap probability; "
          + "regime and window move it within TRAP_LIMITS. BASE_TRAP_THRESHOLD is read in this "
          + "sense too, not as the largest trap probability.",
        otherNames: ["BASE_TRAP_THRESHOLD"], isFrozen: true),
      Key(
        "BASE_OI_THRESHOLD", .number(.integer("units", .atLeast(0))), default: "1000",
        "The change of open interest, whatever its sign, that a signal needs in quiet volatility "
          + "and a normal window.",
        isFrozen: true),
      Key(
        "FILTER_WINDOWS", .filterWindows,
        default: "[('OPENING', '09:15', '10:30', 1.3), ('MID_MORNING', '10:30', '12:00', 1.0), "
          + "('NOON', '12:00', '14:00', 0.8), ('AFTERNOON', '14:00', '15:15', 1.1), ('CLOSING', "
          + "'15:15', 'close', 1.5)]",
        "The windows of the day and how strict the filter is in each; the factor multiplies every "
          + "requirement. A window contains its beginning and not its end, only the last one "
          + "contains the close; outside all windows a signal is rejected as market_closed.",
        isFrozen: true),
      Key(
        "IV_REGIME_RATIOS", .regimeRatios, default: "{'LOW': 0.8, 'HIGH': 1.2, 'EXTREME': 1.5}",
        "The ratio of present volatility to its recent mean below which the regime is LOW, and "
          + "above which it is HIGH or EXTREME. The numbers themselves belong to the calmer side: "
          + "0.8 and 1.2 are NORMAL, 1.5 is HIGH.",
        isFrozen: true),
      Key(
        "IV_HISTORY_SAMPLES", .number(.integer("samples", .within(2...1000))), default: "20",
        "How many of the latest samples of volatility before the present one make its mean.",
        isFrozen: true),
      Key(
        "IV_HISTORY_MIN_SAMPLES", .number(.integer("samples", .atLeast(1))), default: "4",
        "With fewer earlier samples of volatility than this the regime is NORMAL.",
        isFrozen: true),
      Key(
        "BIAS_BY_REGIME",
        .byRegime(
          .number(.number("added to the threshold", .within(-1...1))), "-0.1", "0", "0.1", "0.2"),
        default: "{'LOW': -0.1, 'NORMAL': 0, 'HIGH': 0.1, 'EXTREME': 0.2}",
        "What each regime adds to the bias that is required, before the window's strictness.",
        isFrozen: true),
      Key(
        "TRAP_BY_REGIME",
        .byRegime(
          .number(.number("added to the threshold", .within(-1...1))), "0", "0", "0.1", "0.2"),
        default: "{'LOW': 0, 'NORMAL': 0, 'HIGH': 0.1, 'EXTREME': 0.2}",
        "What each regime adds to TRAP_MIN_CONFIDENCE, before the window's strictness.",
        isFrozen: true),
      Key(
        "OI_BY_REGIME", .byRegime(.number(.number("factor", .above(0))), "1", "1", "1.5", "2"),
        default: "{'LOW': 1, 'NORMAL': 1, 'HIGH': 1.5, 'EXTREME': 2}",
        "The factor of each regime on BASE_OI_THRESHOLD.",
        isFrozen: true),
      Key(
        "BIAS_LIMITS", .limits(of: "bias strength"), default: "(0.40, 0.90)",
        "Between which two values the bias that is required stays, however strict window and "
          + "regime are.",
        isFrozen: true),
      Key(
        "TRAP_LIMITS", .limits(of: "confidence"), default: "(0.50, 0.95)",
        "Between which two values the confidence that a signal is no trap stays, however strict "
          + "window and regime are.",
        isFrozen: true),
      Key(
        "NOISE_SAMPLES", .number(.integer("samples", .within(2...100))), default: "5",
        "Over how many of the latest samples, the present one included, noise is measured as the "
          + "mean change of volatility.",
        isFrozen: true),
      Key(
        "NOISE_SCALE", .number(.number("points of volatility", .above(0))), default: "5.0",
        "The mean change of volatility that counts as noise 1, the most there is.",
        isFrozen: true),
      Key(
        "NOISE_THRESHOLD", .number(.fraction("noise")), default: "0.7",
        "Above this noise NOISE_BIAS is added to the bias that is required; at exactly this noise "
          + "it is not.",
        isFrozen: true),
      Key(
        "NOISE_BIAS", .number(.fraction("bias strength")), default: "0.15",
        "What noise above NOISE_THRESHOLD adds to the bias that is required.",
        isFrozen: true),
      Key(
        "WEAK_TREND_THRESHOLD", .number(.fraction("trend strength")), default: "0.5",
        "Below this trend strength, where a signal gives one, WEAK_TREND_OI_FACTOR applies.",
        isFrozen: true),
      Key(
        "WEAK_TREND_OI_FACTOR", .number(.number("factor", .atLeast(1))), default: "1.3",
        "The factor on the open interest that is required when the trend is weak.",
        isFrozen: true),
      Key(
        "CONFIDENCE_FACTORS",
        .table(names: .windowName, of: .number(.fraction("factor", .above(0, upTo: 1)))),
        default: "{'EXTREME': 0.80, 'OPENING': 0.85, 'CLOSING': 0.85}",
        "What the confidence of a passed signal is multiplied by in a regime or in one of "
          + "FILTER_WINDOWS; the regime's factor is taken where both have one, and 1 where neither "
          + "has.",
        isFrozen: true),
      Key(
        "STRATEGIES", .strategies, default: "{}",
        "Named conditions that filter evaluates side by side on every signal; each is an "
          + "expression as for --where, alone or in a dictionary with more to say. Their verdicts "
          + "stand in the order in which they are written here.",
        isFrozen: true),
      Key(
        "STRATEGY_TIMEOUT_MS", .number(.number("ms", .atLeast(0))), default: "0",
        "The longest that all strategies together may take for one record before the record is "
          + "reported as too slow; 0 sets no limit. It changes no verdict."),
    ])
}
