/// A destination that is open already, or that can only be written to as it stands: standard output,
/// a device, a named pipe.
struct OutputStream: ~Copyable {
  let name: String
  let descriptor: Descriptor
  /// Whether it is a file, redirected by the shell, that can be brought to the device.
  let isRegular: Bool

  init(name: String, descriptor: consuming Descriptor) throws(Errno) {
    self.name = name
    isRegular = try descriptor.status().kind == .regular
    self.descriptor = descriptor
  }

  /// The descriptor whose reader may go away; none for a file.
  var watchable: Int32? {
    isRegular ? nil : descriptor.number
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    do {
      unsafe try descriptor.writeAll(bytes)
    } catch .brokenPipe {
      throw .closedPipe(path: name)
    } catch {
      throw .cannotWrite(path: name, reason: error)
    }
  }

  /// Checks what the system held back until now.
  consuming func complete() throws(FileError) {
    let name = self.name
    do throws(Errno) {
      if isRegular { try descriptor.synchronize() }
      try descriptor.close()
    } catch {
      throw .cannotWrite(path: name, reason: error)
    }
  }
}
