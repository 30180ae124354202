import Configuration
import Operations
import Scalars

/// Times of tests, in milliseconds from some morning.
func moment(_ milliseconds: Int64) -> Timestamp {
  Timestamp(milliseconds: 1_800_000_000_000 + milliseconds)
}

/// The settings of a file.
func settings(_ text: String = "") -> Settings {
  var reading = SettingsReading(processors: 2)
  reading.add(file: Array(text.utf8), name: "test")
  return reading.settings()
}

extension SystemWatch {
  /// Begins with the usual limits, and a fresh price where that is asked for.
  init(_ symbols: String...) {
    self.init(StateRules())
    for symbol in symbols {
      note(.subscribed(symbol), 0)
      note(.age(of: symbol, TimeSpan(milliseconds: 0)), 0)
    }
  }

  mutating func note(_ event: SystemEvent, _ milliseconds: Int64) {
    note(event, at: moment(milliseconds))
  }

  /// Takes in calls that failed.
  mutating func fail(_ times: Int64...) {
    for time in times { note(.callFailed, time) }
  }

  func state(_ milliseconds: Int64) -> SystemState { state(at: moment(milliseconds)) }
}
