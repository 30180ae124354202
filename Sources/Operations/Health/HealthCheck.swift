package import Configuration
package import Scalars

/// A look at one figure of the machine.
package struct HealthCheck: Sendable, Equatable {
  /// What is looked at.
  package enum Subject: String, CaseIterable, Sendable {
    case disk, memory, processors
    case peakMemory = "peak_memory"
  }

  /// What came out.
  package enum State: String, CaseIterable, Sendable {
    case sound, warning, unknown
  }

  package let subject: Subject
  /// The figure to a tenth, which is what is compared; nil where it is not known.
  package let value: Number?
  /// What it must exceed for a warning.
  package let threshold: Number

  /// Looks at a figure; one that is no number or below zero is not known.
  package init(_ subject: Subject, _ figure: Double?, threshold: Number) {
    self.subject = subject
    self.threshold = threshold
    value = figure.flatMap { figure in
      figure < 0 ? nil : Number(binary: figure)?.rounded(.toNearestAwayFromZero, decimals: 1)
    }
  }

  /// Looks at all figures, with the thresholds of a configuration.
  package static func all(_ figures: MachineFigures, _ settings: Settings) -> [HealthCheck] {
    Subject.allCases.map { subject in
      let threshold = settings.number(subject.key) ?? subject.standard
      return HealthCheck(subject, subject.figure(of: figures), threshold: threshold)
    }
  }

  /// Whether the figure is as it should be.
  package var state: State {
    guard let value else { return .unknown }
    return value > threshold ? .warning : .sound
  }
}

extension HealthCheck.Subject {
  /// The key of the threshold.
  package var key: String {
    switch self {
    case .disk: "DISK_SPACE_WARNING_PERCENT"
    case .memory: "MEMORY_USAGE_WARNING_PERCENT"
    case .processors: "CPU_USAGE_WARNING_PERCENT"
    case .peakMemory: "MEMORY_ALERT_THRESHOLD_MB"
    }
  }

  /// The unit of the figure and the threshold.
  package var unit: String { self == .peakMemory ? "MiB" : "%" }

  /// The threshold where the configuration holds none that can be used.
  fileprivate var standard: Number {
    switch self {
    case .disk: Number(80)
    case .memory: Number(85)
    case .processors: Number(90)
    case .peakMemory: Number(500)
    }
  }

  fileprivate func figure(of machine: MachineFigures) -> Double? {
    switch self {
    case .disk: machine.disk
    case .memory: machine.memory
    case .processors: machine.load
    case .peakMemory: machine.peak
    }
  }

  /// What the figure is of.
  fileprivate var phrase: String {
    switch self {
    case .disk: "of the disk of the home folder is used"
    case .memory: "of the memory of the machine is in use"
    case .processors: "load of the processors in the last minute"
    case .peakMemory: "of memory at most in this run"
    }
  }
}

extension HealthCheck: CustomStringConvertible {
  /// The check in a line for people.
  package var description: String {
    let limit = "\(threshold) \(subject.unit)"
    guard let value else {
      return "\(subject.rawValue): not known here (warns above \(limit))"
    }
    let figure = "\(subject.rawValue): \(value) \(subject.unit) \(subject.phrase)"
    return state == .warning
      ? "\(figure), more than \(limit) (\(subject.key))" : "\(figure) (warns above \(limit))"
  }
}
