import Foundation

/// A folder on a device: what is there for certain, and what a power cut may take away.
///
/// The name of a file is durable when its folder was synced, which is all that is promised. A file system
/// that brings names to the device with any sync can leave only some of the states that are made here.
struct Disk {
  /// A change of the names in the folder.
  private enum NameChange {
    case set(String, Int)
    case rename(String, String)
    case remove(String)
  }

  /// The files by numbers of their own, as the system gives the same one again.
  private(set) var files: [DiskFile] = []
  private var numbers: [Int: Int] = [:]
  private var names: [String: Int] = [:]
  private var syncedNames: [String: Int] = [:]
  private var pendingNames: [NameChange] = []
  private(set) var said: [String] = []

  /// A folder in which everything is on the device.
  init(_ contents: [String: Data]) {
    // In one order, so that a seed leads to the same states each time.
    for (name, content) in contents.sorted(by: { $0.key < $1.key }) {
      names[name] = files.count
      files.append(DiskFile(content))
    }
    syncedNames = names
  }

  /// How many changes of names are not on the device yet.
  var nameChanges: Int { pendingNames.count }

  /// Whether everything is on the device.
  var isSettled: Bool { pendingNames.isEmpty && files.allSatisfy(\.pending.isEmpty) }

  /// Which file each name leads to after so many changes of names.
  func names(after changes: Int) -> [String: Int] {
    var names = syncedNames
    for change in pendingNames.prefix(changes) { Self.apply(change, to: &names) }
    return names
  }

  private static func apply(_ change: NameChange, to names: inout [String: Int]) {
    switch change {
    case .set(let name, let file): names[name] = file
    case .rename(let old, let new):
      names[new] = names[old]
      names[old] = nil
    case .remove(let name): names[name] = nil
    }
  }

  /// Whether a file is memory that programs share, which whoever opens it first begins anew.
  static func isMemory(_ name: String) -> Bool { name.hasSuffix("-shm") }

  /// Does what the program did.
  mutating func apply(_ event: Trace.Event) {
    switch event {
    case .create(let number, let name) where Self.isMemory(name),
      .open(let number, let name) where Self.isMemory(name):
      numbers[number] = nil
    case .unlink(let name) where Self.isMemory(name): break
    case .create(let number, let name):
      numbers[number] = files.count
      change(.set(name, files.count))
      files.append(DiskFile())
    case .open(let number, let name): numbers[number] = names[name]
    case .write(let number, let place, let bytes):
      if let file = numbers[number] { files[file].add(.write(at: place, bytes: bytes)) }
    case .cut(let number, let size):
      if let file = numbers[number] { files[file].add(.cut(size: size)) }
    case .sync(let number):
      if let file = numbers[number] { files[file].sync() }
    case .syncFolder: syncNames()
    case .rename(let old, let new): change(.rename(old, new))
    case .unlink(let name): change(.remove(name))
    case .say(let text): said += text.split(separator: "\n").map(String.init)
    }
  }

  private mutating func change(_ change: NameChange) {
    Self.apply(change, to: &names)
    pendingNames.append(change)
  }

  private mutating func syncNames() {
    syncedNames = names
    pendingNames = []
  }
}
