public import Scalars

/// The tables do not say what was asked.
public struct NotCovered: Error, Sendable, Hashable {
  /// What is not known, such as `the lot of NIFTY weekly contracts`.
  public let subject: String
  /// The day for which it was asked.
  public let day: Day
  /// The table that would say so.
  public let table: MarketTables.File

  /// What is missing, in a sentence.
  public var message: String { "\(subject) is not known for \(day)" }

  /// What to do about it.
  public var hint: String { "add a row to \(table.rawValue) in the folder of --tables" }
}
