/// How fast a hot path must be.
///
/// Requirements are stated as figures of the machine on which they were set. Another machine is
/// faster or slower, and so is its yardstick; so what is asked for there is the ratio of the two.
package struct Requirement: Sendable, Equatable {
  /// The unit of a requirement.
  package enum Unit: String, Sendable {
    /// Nanoseconds of an operation, at most.
    case nanoseconds = "ns"
    /// Operations in a second, at least.
    case perSecond = "per_second"
  }

  /// The figure.
  package let figure: Double
  /// Its unit.
  package let unit: Unit
  /// The nanoseconds of an operation of the yardstick on the machine where the figure was set.
  package let yardstick: Double

  package init(_ figure: Double, _ unit: Unit, besideYardstickOf yardstick: Double) {
    precondition(figure > 0 && yardstick > 0, "nothing takes no time")
    self.figure = figure
    self.unit = unit
    self.yardstick = yardstick
  }

  /// How many times as fast as its yardstick a subject must be.
  package var ratio: Double { yardstick / nanoseconds }

  private var nanoseconds: Double {
    switch unit {
    case .nanoseconds: figure
    case .perSecond: 1e9 / figure
    }
  }
}
