import Scalars

extension SymbolProblem {
  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .unknownUnderlying: "the symbol begins with no underlying that is known"
    case .noShape: "the symbol has the shape of no contract"
    case .impossible(let misfits):
      "the symbol can be no contract: "
        + misfits.map { "as \($0.grammar.rawValue) \($0.reason.message)" }.joined(separator: "; ")
    case .ambiguous(let readings):
      "the symbol can be read in \(readings.count) ways: "
        + readings.map { "\($0.grammar.rawValue), \($0.description)" }.joined(separator: "; ")
    case .unknownExpiry(let gap): gap.message
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .unknownUnderlying(let nearest): nearest.map { "did you mean '\($0)'?" }
    case .noShape: "as in NIFTY23NOV2624500CE, NIFTY26NOV24500CE or NIFTY26O0623200CE"
    case .impossible: nil
    case .ambiguous: "name the grammar with --symbols"
    case .unknownExpiry(let gap): gap.hint
    }
  }
}

extension SymbolProblem.Reason {
  /// What is wrong with the reading, in a few words.
  public var message: String {
    switch self {
    case .noSuchDay: "its day does not exist"
    case .yearOutOfRange(let year): "its year would be \(year)"
    case .leadingZero: "its strike begins with a zero"
    case .outsideBand(let strike, let band):
      "its strike would be \(strike), outside \(band.lowerBound) to \(band.upperBound)"
    case .noOptions: "no strikes of this underlying are known"
    }
  }
}

extension SymbolReading: CustomStringConvertible {
  /// The contract in words, such as `NIFTY 2026-11-23 24500 CE`.
  public var description: String {
    let day =
      switch expiry {
      case .day(let day): day.description
      case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
      }
    return switch terms {
    case .future: "\(underlying) \(day) future"
    case .option(let strike, let right): "\(underlying) \(day) \(strike) \(right.rawValue)"
    }
  }
}
