/// How long a candle is.
package enum CandleInterval: String, CaseIterable, Sendable {
  case minute = "1m"
  case threeMinutes = "3m"
  case fiveMinutes = "5m"
  case tenMinutes = "10m"
  case fifteenMinutes = "15m"
  case thirtyMinutes = "30m"
  case hour = "1h"
  case day = "1d"
}
