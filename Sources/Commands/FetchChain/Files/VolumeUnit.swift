import CommandLineKit

/// In what the volume of a daily file is counted.
enum VolumeUnit: String, CaseIterable, ArgumentValue {
  case units, lots
}
