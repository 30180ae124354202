/// Which shifts of the market a grid of scenarios is made of.
///
/// As text: `spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1`. Each axis is a list of values and ranges with
/// semicolons between them, such as `spot=-5%;-1%:1%:0.5%;5%`; a range is written from:to:step and holds
/// its end when the steps come to it. Values are computed in decimals, so that the third step of 0.1 is
/// 0.3. An axis that is left out stands at zero.
public struct ScenarioSpec: Sendable, Hashable {
  /// Shifts of the price of the underlying.
  public enum SpotShifts: Sendable, Hashable {
    /// Fractions of the price: of `-3%`, -0.03.
    case relative([Double])
    /// Rupees: of `-250`, -250.
    case absolute([Double])

    /// The numbers of either kind.
    public var values: [Double] {
      switch self {
      case .relative(let values), .absolute(let values): values
      }
    }
  }

  /// The shifts of the underlying, `spot`.
  public let spot: SpotShifts
  /// The shifts of every volatility in points, `iv`: 2 turns 14 % into 16 %.
  public let volatility: [Double]
  /// The calendar days that pass, `days`.
  public let days: [Double]

  /// The most scenarios of a grid.
  public static let mostScenarios = 20_000

  /// How many scenarios there are.
  public var count: Int { spot.values.count * volatility.count * days.count }

  /// Reads a text.
  public init(_ text: String) throws(ScenarioSpecError) {
    var reader = ScenarioReader(text)
    var axes: [ScenarioAxis: ScenarioReader.Values] = [:]
    repeat {
      let (axis, place) = try reader.axis()
      if axes[axis] != nil { throw ScenarioSpecError(.repeatedAxis(axis), at: place) }
      axes[axis] = try reader.values(of: axis)
    } while try reader.goesOn()
    let shifts = axes[.spot]?.numbers ?? [0]
    spot = axes[.spot]?.unit == .plain ? .absolute(shifts) : .relative(shifts)
    volatility = axes[.volatility]?.numbers ?? [0]
    days = axes[.days]?.numbers ?? [0]
    guard count <= Self.mostScenarios else {
      throw ScenarioSpecError(.tooManyScenarios(count), at: 0)
    }
  }
}

/// An axis of a grid of scenarios, by the name that it has in the text.
public enum ScenarioAxis: String, Sendable, Hashable, CaseIterable {
  /// The price of the underlying.
  case spot
  /// The volatilities.
  case volatility = "iv"
  /// The time that passes.
  case days
}
