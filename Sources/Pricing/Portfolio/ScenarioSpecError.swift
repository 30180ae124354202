/// What is wrong with the text of a grid of scenarios, where, and what to write instead.
public struct ScenarioSpecError: Error, Sendable, Hashable {
  /// What can be wrong.
  public enum Problem: Sendable, Hashable {
    /// A name that is none of an axis, or none at all.
    case unknownAxis(String)
    /// An axis that was there before.
    case repeatedAxis(ScenarioAxis)
    /// A name without an equals sign after it.
    case missingEquals(ScenarioAxis)
    /// Something else where a number should be.
    case missingNumber(ScenarioAxis)
    /// A number with more digits than are computed with exactly.
    case tooManyDigits
    /// A percent sign on an axis that is not in percent.
    case percentHere(ScenarioAxis)
    /// Percents and rupees on one axis.
    case mixedUnits
    /// A range of two numbers, or of more than three.
    case notARange(numbers: Int)
    /// A range that does not get ahead.
    case stepOfZero
    /// A range whose step leads away from its end.
    case stepAway
    /// A shift that leaves nothing of the underlying.
    case nothingLeft
    /// Days that went by before.
    case daysBelowZero
    /// Something after a value that does not belong there.
    case unexpected(String)
    /// More scenarios than a grid has.
    case tooManyScenarios(Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// The column of the place, counted in bytes from 1.
  public let column: Int

  init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    column = offset + 1
  }
}

extension ScenarioSpecError: CustomStringConvertible {
  /// The column, the message and the hint in one line.
  public var description: String { "column \(column): \(message); \(hint)" }

  /// What is wrong, in one line without a final stop.
  public var message: String {
    switch problem {
    case .unknownAxis(""): "the name of an axis is missing"
    case .unknownAxis(let name): "there is no axis '\(name)'"
    case .repeatedAxis(let axis): "'\(axis.rawValue)' is there twice"
    case .missingEquals(let axis): "no '=' after '\(axis.rawValue)'"
    case .missingNumber(let axis): "'\(axis.rawValue)' needs a number here"
    case .tooManyDigits: "the number has too many digits"
    case .percentHere(let axis): "'\(axis.rawValue)' is not in percent"
    case .mixedUnits: "percents and rupees cannot stand on one axis"
    case .notARange(let numbers): "a range has three numbers, not \(numbers)"
    case .stepOfZero: "with a step of zero the range does not get ahead"
    case .stepAway: "the step leads away from the end of the range"
    case .nothingLeft: "a shift by -100% or more leaves no price"
    case .daysBelowZero: "days cannot go back"
    case .unexpected(let text): "'\(text)' does not belong here"
    case .tooManyScenarios(let count): "these are \(count) scenarios"
    }
  }

  /// What to write instead.
  public var hint: String {
    switch problem {
    case .unknownAxis: "write axes as spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1"
    case .repeatedAxis: "join its values with semicolons, as in spot=-1%;0;2%"
    case .missingEquals(let axis): "write \(Self.example(axis))"
    case .missingNumber(let axis): "write \(Self.example(axis))"
    case .tooManyDigits: "write nine digits before the point and six after it at most"
    case .percentHere(.volatility): "write points of volatility, as in iv=-4:4:2"
    case .percentHere: "write the number alone"
    case .mixedUnits: "write % at each number but zero, or at none for rupees"
    case .notARange: "write from:to:step, as in -3%:3%:1%"
    case .stepOfZero: "write a step above zero, or the value alone"
    case .stepAway: "turn the sign of the step around, or the ends"
    case .nothingLeft: "write a shift above -100%"
    case .daysBelowZero: "write 0 for now and more for later"
    case .unexpected: "after a value comes ';' and a value, ',' and an axis, or the end"
    case .tooManyScenarios: "write larger steps, for at most \(ScenarioSpec.mostScenarios)"
    }
  }

  private static func example(_ axis: ScenarioAxis) -> String {
    switch axis {
    case .spot: "spot=-3%:3%:1%, or spot=-500:500:100 for rupees"
    case .volatility: "iv=-4:4:2"
    case .days: "days=0:3:1"
    }
  }
}
