#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder whose files are read.
package enum Folder {
  /// The names of what lies in a folder, sorted; those that begin with a dot are left out.
  package static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw .cannotOpen(path: path, reason: Errno(errno))
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)
        ) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

extension Folder {
  /// Makes a folder that only its owner can enter, and the folders on the way to it.
  ///
  /// One that is there stays as it is.
  package static func make(
    _ path: String, calls: SystemCalls = .real
  ) throws(FileError) {
    do throws(Errno) {
      try make(path, ownersOnly: true, calls)
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
  }

  private static func make(
    _ path: String, ownersOnly: Bool, _ calls: SystemCalls
  ) throws(Errno) {
    if FileAccess.isFolder(path) { return }
    let target = TargetPath(path)
    if target.folder != ".", target.folder != "/" {
      try make(target.folder, ownersOnly: false, calls)
    }
    do throws(Errno) {
      try calls.makeFolder(path, ownersOnly ? 0o700 : 0o777)
    } catch .exists {
      // Another process was quicker, or something else is there.
      if !FileAccess.isFolder(path) { throw .exists }
    }
  }
}

extension ByteSource {
  /// All bytes of a file that is small by nature.
  ///
  /// - Parameter most: how many bytes it may have; beyond that it is cut off there.
  package static func bytes(of path: String, most: Int = 64 << 20) throws(FileError) -> [UInt8] {
    var source = try ByteSource(path: path)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { unsafe piece.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < most {
      let count = unsafe try source.read(into: piece)
      if count == 0 { break }
      unsafe bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }
}
