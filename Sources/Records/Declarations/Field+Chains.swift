extension Field {
  /// What a chain says as a whole, and what positions are worth together.
  static let chains: [Field] = [
    Field("options", .quantity, "How many options of the expiry the snapshot has."),
    Field("atm_strike", .number(), unit: "₹", "The strike nearest the forward."),
    Field(
      "atm_iv", .number(), unit: "%", decimals: 4,
      "The volatility at the forward, between the put below and the call above it."),
    Field(
      "straddle", .number(), unit: "₹", decimals: 2,
      "What call and put of atm_strike cost together."),
    Field(
      "expected_move", .number(), unit: "₹", decimals: 2,
      "One standard deviation of the underlying until expiry by atm_iv."),
    Field(
      "risk_reversal", .number(), unit: "%", decimals: 4,
      "The volatility of the call of delta 0.25 less that of the put of delta -0.25."),
    Field(
      "butterfly", .number(), unit: "%", decimals: 4,
      "The mean of these two volatilities less atm_iv."),
    Field(
      "forward_iv", .number(), unit: "%", decimals: 4,
      "The volatility between the expiry before this one and this one."),
    Field("call_oi", .number(), unit: "units", decimals: 0, "The open interest of all calls."),
    Field("put_oi", .number(), unit: "units", decimals: 0, "The open interest of all puts."),
    Field("pcr_oi", .number(), decimals: 4, "The put-call ratio by open interest."),
    Field("call_volume", .number(), unit: "units", decimals: 0, "The volume of all calls."),
    Field("put_volume", .number(), unit: "units", decimals: 0, "The volume of all puts."),
    Field("pcr_volume", .number(), decimals: 4, "The put-call ratio by volume."),
    Field(
      "max_pain", .number(), unit: "₹",
      "The strike at which the holders of all open options would get least."),
    Field(
      "findings", .quantity,
      "How many findings there are of prices that cannot all be right; each is a warning."),
    Field("positions", .quantity, "How many contracts with a value are held."),
    Field(
      "unpriced", .quantity,
      "How many contracts without a value are held; they are in none of the sums."),
    Field("premium", .number(), unit: "₹", decimals: 2, "What the options are worth."),
    Field(
      "delta_rupees", .number(), unit: "₹", decimals: 2,
      "What the underlying is worth that moves as the positions do."),
    Field(
      "gamma_rupees", .number(), unit: "₹", decimals: 2,
      "The change of delta_rupees when the underlying moves by a percent."),
    Field("spot_shift", .number(), unit: "%", decimals: 4, "The shift of every underlying."),
    Field(
      "spot_shift_rupees", .number(), unit: "₹", decimals: 2, "The shift of every underlying."),
    Field("iv_shift", .number(), unit: "%", decimals: 4, "The points added to every volatility."),
    Field("days", .number(), unit: "days", decimals: 4, "The calendar days that pass."),
    Field("profit", .number(), unit: "₹", decimals: 2, "What the positions gain against now."),
    Field("broker_iv", .number(), unit: "%", decimals: 4, "The broker's implied volatility."),
    Field("broker_delta", .number(), unit: "₹/₹", decimals: 6, "The broker's delta."),
    Field("broker_gamma", .number(), unit: "1/₹", decimals: 8, "The broker's gamma."),
    Field("broker_theta", .number(), unit: "₹/day", decimals: 4, "The broker's theta."),
    Field("broker_vega", .number(), unit: "₹/%", decimals: 4, "The broker's vega."),
    Field("iv_diff", .number(), unit: "%", decimals: 4, "Our iv less the broker's."),
    Field("delta_diff", .number(), unit: "₹/₹", decimals: 6, "Our delta less the broker's."),
    Field("gamma_diff", .number(), unit: "1/₹", decimals: 8, "Our gamma less the broker's."),
    Field("theta_diff", .number(), unit: "₹/day", decimals: 4, "Our theta less the broker's."),
    Field("vega_diff", .number(), unit: "₹/%", decimals: 4, "Our vega less the broker's."),
  ]
}
