import CommandLineKit

/// In what the volume of a daily file is counted.
enum VolumeUnit: String, CaseIterable, ArgumentValue {
  case units, lots

  /// The volume in units; nil where that needs a lot that is not known.
  func units(_ volume: Int64, lot: Int64?) -> Int64? {
    switch self {
    case .units: return volume
    case .lots:
      guard let lot else { return nil }
      let (units, overflow) = volume.multipliedReportingOverflow(by: lot)
      return overflow ? nil : units
    }
  }
}
