import Configuration
import Operations
import Scalars
import Store

/// Fixes the trading rules for a day, and then others for a reason.
struct FreezeWriter {
  let home: String

  static let time = Timestamp(milliseconds: 1_763_000_000_000)
  /// What is fixed first, and what is fixed in its place.
  static let first = settings(lots: 5)
  static let second = settings(lots: 6)

  private static func settings(lots: Int) -> FrozenSettings {
    var reading = SettingsReading(processors: 4)
    reading.add(variables: ["ANGELX_MAX_LOTS": "\(lots)"])
    return FrozenSettings(reading.settings())
  }

  /// The freeze of a home, whose heads of logs are in its store.
  static func freeze(in folder: String) throws -> ConfigurationFreeze {
    guard let home = Home(named: folder, { _ in nil }) else { throw WriterError.wrong("no home") }
    return ConfigurationFreeze(
      in: home, AuditLog(path: home.auditLog, heads: StoreHeads(store: home.store)))
  }

  /// Says `1` and `2` when each is durable.
  func run() throws {
    let (freeze, day) = (try Self.freeze(in: home), Self.time.day)
    try freeze.alone { try freeze.fix(Self.first, on: day, by: "asha", at: Self.time) }
    say("1")
    let changes = Self.second.changes(since: Self.first)
    guard !changes.isEmpty else { throw WriterError.wrong("no change") }
    try freeze.alone {
      try freeze.refix(Self.second, on: day, changes, reason: "calm", by: "asha", at: Self.time)
    }
    say("2")
  }
}
