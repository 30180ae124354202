import Operations
import Scalars

/// Sets the switch that stops trading, and takes it back.
struct KillWriter {
  let home: String

  static let facts = KillSwitch.Facts(
    who: "ravi", when: Timestamp(milliseconds: 1_763_000_000_000), why: "feed frozen")

  /// Says `set` and `released` when each is durable.
  func run() throws {
    let killSwitch = KillSwitch(home: home)
    guard try killSwitch.set(Self.facts) else { throw WriterError.wrong("it was on") }
    say("set")
    guard try killSwitch.release(reason: "calm").isOn else { throw WriterError.wrong("it was off") }
    say("released")
  }
}
