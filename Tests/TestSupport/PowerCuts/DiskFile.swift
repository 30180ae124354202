import Foundation

/// A file as the device has it, and what was done to it that the device may or may not have.
struct DiskFile {
  /// One thing that no sync has brought to the device yet.
  enum Change {
    case write(at: Int, bytes: Data)
    case cut(size: Int)
  }

  /// What becomes of a write when the power goes.
  enum Fate {
    case present, absent
    /// The room is there, but not what was written into it.
    case zeros
    /// Of its pieces up to each border of 512 bytes some are there, some are zeros, and some are not
    /// there at all.
    case torn(seed: UInt64)
  }

  /// The smallest piece that a device writes whole.
  private static let sector = 512

  private(set) var synced: Data
  private(set) var pending: [Change] = []

  init(_ content: Data = Data()) {
    synced = content
  }

  mutating func add(_ change: Change) {
    pending.append(change)
  }

  /// Brings everything to the device.
  mutating func sync() {
    if pending.isEmpty { return }
    synced = content(Array(repeating: .present, count: pending.count), sizeChanges: .max)
    pending = []
  }

  /// The sizes that the file had: the one on the device, and one after each change of it.
  var sizes: [Int] {
    var sizes = [synced.count]
    for change in pending {
      let (size, now) = (Self.size(change, of: sizes[sizes.count - 1]), sizes[sizes.count - 1])
      if size != now { sizes.append(size) }
    }
    return sizes
  }

  private static func size(_ change: Change, of size: Int) -> Int {
    switch change {
    case .write(let place, let bytes): max(size, place + bytes.count)
    case .cut(let size): size
    }
  }

  /// What is found on the device after a power cut.
  ///
  /// - Parameters:
  ///   - fates: what becomes of each pending write.
  ///   - sizeChanges: how many changes of its size have come to the device, in their order.
  func content(_ fates: [Fate], sizeChanges: Int) -> Data {
    let sizes = sizes
    var (content, size, count) = (synced, synced.count, 0)
    for (change, fate) in zip(pending, fates) {
      let next = Self.size(change, of: size)
      if next != size { count += 1 }
      size = next
      switch change {
      case .write(let place, let bytes): Self.put(bytes, at: place, into: &content, fate)
      case .cut(let size):
        if count <= sizeChanges { content.cut(to: min(size, content.count)) }
      }
    }
    content.cut(to: sizes[min(sizeChanges, sizes.count - 1)])
    return content
  }

  private static func put(_ bytes: Data, at place: Int, into content: inout Data, _ fate: Fate) {
    switch fate {
    case .absent: break
    case .present: content.put(bytes, at: place)
    case .zeros: content.put(Data(count: bytes.count), at: place)
    case .torn(let seed):
      var random = SplitMix64(seed: seed)
      var start = place
      while start < place + bytes.count {
        let end = min((start / sector + 1) * sector, place + bytes.count)
        let piece = bytes[(bytes.startIndex + start - place)..<(bytes.startIndex + end - place)]
        switch random.next() % 4 {
        case 0: break
        case 1: content.put(Data(count: piece.count), at: start)
        default: content.put(piece, at: start)
        }
        start = end
      }
    }
  }
}

extension Data {
  /// Makes it so long, with zeros where there was nothing.
  fileprivate mutating func cut(to size: Int) {
    if size < count { removeLast(count - size) }
    if size > count { append(Data(count: size - count)) }
  }

  fileprivate mutating func put(_ bytes: Data, at place: Int) {
    if place + bytes.count > count { cut(to: place + bytes.count) }
    replaceSubrange(place..<place + bytes.count, with: bytes)
  }
}
