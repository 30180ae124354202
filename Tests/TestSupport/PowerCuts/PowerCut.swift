import Foundation

/// One way in which the power can go: what of all that is pending has come to the device.
struct PowerCut {
  /// How many changes of names, in their order.
  var names: Int
  /// How many changes of the size of each file, in their order.
  var sizes: [Int: Int]
  /// What becomes of each write of each file.
  var fates: [Int: [DiskFile.Fate]]

  /// All writes share a fate; all names and sizes are there, or none.
  init(of disk: Disk, _ fate: DiskFile.Fate, isAll: Bool) {
    names = isAll ? disk.nameChanges : 0
    (sizes, fates) = ([:], [:])
    for (index, file) in disk.files.enumerated() where !file.pending.isEmpty {
      sizes[index] = isAll ? .max : 0
      fates[index] = Array(repeating: fate, count: file.pending.count)
    }
  }

  /// What is on the disk then.
  func state(of disk: Disk) -> DiskState {
    let contents = disk.names(after: names).mapValues { index in
      let file = disk.files[index]
      return file.pending.isEmpty
        ? file.synced : file.content(fates[index] ?? [], sizeChanges: sizes[index] ?? 0)
    }
    return DiskState(files: contents, said: disk.said)
  }

  /// The ends of what can happen: all, nothing, and each one thing otherwise than the rest.
  static func extremes(of disk: Disk) -> [PowerCut] {
    let all = PowerCut(of: disk, .present, isAll: true)
    var cuts = [all, PowerCut(of: disk, .absent, isAll: false)]
    cuts += [.zeros, .torn(seed: 1)].map { PowerCut(of: disk, $0, isAll: true) }
    for isAll in [true, false] {
      for fate in [DiskFile.Fate.present, .absent] {
        let base = PowerCut(of: disk, fate, isAll: isAll)
        cuts += (0...disk.nameChanges).map { names in base.with { $0.names = names } }
        for (index, file) in disk.files.enumerated() where !file.pending.isEmpty {
          cuts += file.sizes.indices.map { count in base.with { $0.sizes[index] = count } }
        }
      }
    }
    return cuts + eachAlone(all, PowerCut(of: disk, .absent, isAll: true))
  }

  /// Each write missing alone, there alone, zeros alone, torn alone, and the last one that is there.
  private static func eachAlone(_ all: PowerCut, _ none: PowerCut) -> [PowerCut] {
    var cuts: [PowerCut] = []
    var first = none
    for (file, fates) in all.fates.sorted(by: { $0.key < $1.key }) {
      for index in fates.indices {
        for fate in [DiskFile.Fate.absent, .zeros, .torn(seed: UInt64(index))] {
          cuts.append(all.with { $0.fates[file]?[index] = fate })
        }
        cuts.append(none.with { $0.fates[file]?[index] = .present })
        first.fates[file]?[index] = .present
        cuts.append(first)
      }
    }
    return cuts
  }

  /// Any of the ways.
  static func random(of disk: Disk, _ random: inout SplitMix64) -> PowerCut {
    var cut = PowerCut(of: disk, .present, isAll: true)
    // Mostly the names and sizes are there, or the writes would not be seen.
    if random.next() % 4 == 0 { cut.names = .random(in: 0...disk.nameChanges, using: &random) }
    // Whether most, half or few of the writes are there, and how badly the others fare.
    let (share, harm) = (UInt64.random(in: 0...9, using: &random), random.next() % 4)
    for file in cut.fates.keys.sorted() {
      if random.next() % 4 == 0 {
        cut.sizes[file] = .random(in: 0..<disk.files[file].sizes.count, using: &random)
      }
      for index in disk.files[file].pending.indices where random.next() % 10 >= share {
        let bad: DiskFile.Fate = random.next() % 8 == 0 ? .zeros : .torn(seed: random.next())
        cut.fates[file]?[index] = random.next() % 3 < harm ? bad : .absent
      }
    }
    return cut
  }

  private func with(_ change: (inout PowerCut) -> Void) -> PowerCut {
    var cut = self
    change(&cut)
    return cut
  }
}
