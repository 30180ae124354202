#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How busy the processors are.
package enum LoadAverage {
  /// How many threads ran or wanted to run on average in the last minute; nil where the system
  /// does not say.
  package static var ofLastMinute: Double? {
    var load = 0.0
    guard unsafe getloadavg(&load, 1) == 1, load.isFinite, load >= 0 else { return nil }
    return load
  }

  /// The same in percent of the processors of the machine; more than 100 means that threads wait.
  package static var percent: Double? {
    ofLastMinute.map { $0 / Double(ProcessorCount.ofMachine) * 100 }
  }
}
