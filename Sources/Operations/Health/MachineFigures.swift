import Files

/// How busy the machine is; nil where the system does not say.
package struct MachineFigures: Sendable, Equatable {
  /// How full the disk of the home folder is, in percent.
  package var disk: Double?
  /// How much memory is in use, in percent.
  package var memory: Double?
  /// The load of the last minute, in percent of the processors.
  package var load: Double?
  /// The most memory that this run has held, in MiB.
  package var peak: Double?

  /// Creates figures of which none is known.
  package init() {}

  /// The figures of this machine now.
  package init(home: Home) {
    disk = DiskSpace(of: home.folder)?.percentUsed
    memory = MachineMemory.now?.percentUsed
    load = LoadAverage.percent
    peak = Double(PeakMemory.bytes) / 1_048_576
  }
}
