/// The states that a power cut at any moment of a recording could leave behind.
package struct PowerCuts {
  /// What was found in them.
  package struct Findings {
    /// How many states were looked at, all of them different.
    package var states = 0
    /// What was wrong with how many of them.
    package var wrong: [String: Int] = [:]
    /// The first state with each wrong, in words that say how to get there again.
    package var examples: [String: String] = [:]
  }

  /// How many ways more an optimised build goes through.
  package static let share = _isDebugAssertConfiguration() ? 1 : 40

  private let recording: Recording
  private let ignoresSyncs: Bool

  /// - Parameter ignoresSyncs: whether the device only says that it has done what was asked.
  package init(of recording: Recording, ignoresSyncs: Bool = false) {
    self.recording = recording
    self.ignoresSyncs = ignoresSyncs
  }

  /// Goes through all extremes, and so many ways more at each moment that counts, or many times as many
  /// where the code is optimised.
  ///
  /// A moment counts when a sync or something said comes next: what could be found before is what can be
  /// found then, with the last changes missing.
  ///
  /// - Parameter verdict: what is wrong with a state; nil for a sound one.
  package func check(
    chancesEach: Int, seed: UInt64, _ verdict: (DiskState) throws -> String?
  ) rethrows -> Findings {
    var (findings, seen) = (Findings(), Set<Int>())
    var random = SplitMix64(seed: seed)
    for (moment, disk) in moments() {
      let count = disk.isSettled ? 0 : chancesEach * Self.share
      let chances = (0..<count).map { _ in PowerCut.random(of: disk, &random) }
      for (index, cut) in (PowerCut.extremes(of: disk) + chances).enumerated() {
        let state = cut.state(of: disk)
        guard seen.insert(state.fingerprint).inserted else { continue }
        findings.states += 1
        guard let wrong = try verdict(state) else { continue }
        findings.wrong[wrong, default: 0] += 1
        findings.examples[wrong] =
          findings.examples[wrong]
          ?? "before event \(moment), way \(index), seed \(seed): "
          + state.files.map { "\($0.key) \($0.value.count)" }.sorted().joined(separator: ", ")
      }
    }
    return findings
  }

  /// The disk at each moment that counts, with the number of the event that comes next.
  private func moments() -> [(Int, Disk)] {
    var moments: [(Int, Disk)] = []
    var disk = Disk(recording.before)
    for (index, event) in recording.trace.events.enumerated() {
      switch event {
      case .sync, .syncFolder:
        moments.append((index, disk))
        if ignoresSyncs { continue }
      case .say: moments.append((index, disk))
      case .create, .open, .write, .cut, .rename, .unlink: break
      }
      disk.apply(event)
    }
    return moments + [(recording.trace.events.count, disk)]
  }
}
