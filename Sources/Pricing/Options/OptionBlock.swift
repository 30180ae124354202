/// Eight options with their values.
///
/// What is worked on together lies together, so that all of it is reached from one address.
struct OptionBlock {
  var terms: Terms
  var values: Values

  /// What the values follow from.
  struct Terms {
    /// The price of the underlying, X.
    var underlying: Lanes
    var strike: Lanes
    var years: Lanes
    /// The volatility of a year, as a fraction.
    var volatility: Lanes
    /// The rate at which the strike is discounted, r.
    var rate: Lanes
    /// The rate at which the underlying is carried, b.
    var carry: Lanes
    /// 1 for a call, -1 for a put.
    var sign: Lanes
    /// 1 where the carry moves with the rate, as that of a spot price does; 0 for a forward.
    var carryFollowsRate: Lanes
  }

  /// The values, in the units of the formula: years, fractions, and per whole unit of a rate.
  ///
  /// They stand in the order of ``Quantity``.
  struct Values {
    var price: Lanes
    var delta: Lanes
    var gamma: Lanes
    var theta: Lanes
    var vega: Lanes
    var rho: Lanes
    var vanna: Lanes
    var vomma: Lanes
    var charm: Lanes
    var veta: Lanes
    var speed: Lanes
    var zomma: Lanes
    var color: Lanes
    var ultima: Lanes
  }
}
