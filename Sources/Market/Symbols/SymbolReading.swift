public import Scalars

/// One way to understand a symbol.
public struct SymbolReading: Sendable, Hashable {
  /// How it was read.
  public let grammar: SymbolGrammar
  /// What the contract is on.
  public let underlying: String
  /// When it expires.
  public let expiry: NamedExpiry
  /// What it promises.
  public let terms: Contract.Terms

  /// An expiry as a symbol names it.
  public enum NamedExpiry: Sendable, Hashable {
    case day(Day)
    /// The monthly expiry of a month.
    case month(year: Int, month: Int)
  }
}

/// A symbol that was understood.
public struct ResolvedSymbol: Sendable, Hashable {
  /// The contract.
  public let contract: Contract
  /// How the symbol was read.
  public let grammar: SymbolGrammar
  /// Whether contracts expire on that day; where they do not, it is not moved to one on which they do.
  public let listing: Listing
}

/// Why a symbol names no contract.
public enum SymbolProblem: Error, Sendable, Hashable {
  /// It begins with no underlying that is known.
  case unknownUnderlying(nearest: String?)
  /// It has the shape of none of the grammars.
  case noShape
  /// It has the shape of some, but nothing that can be.
  case impossible([Misfit])
  /// It can be read in several ways.
  case ambiguous([SymbolReading])
  /// It names a month whose monthly expiry is not known.
  case unknownExpiry(NotCovered)

  /// Why one reading cannot be.
  public struct Misfit: Sendable, Hashable {
    /// The grammar of the reading.
    public let grammar: SymbolGrammar
    /// What is wrong with it.
    public let reason: Reason
  }

  /// What is wrong with a reading.
  public enum Reason: Error, Sendable, Hashable {
    case noSuchDay
    case yearOutOfRange(Int)
    case leadingZero
    case outsideBand(strike: Money, band: ClosedRange<Money>)
    /// The underlying is known only by name: options on it are not.
    case noOptions
  }
}
