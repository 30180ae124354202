import Files
import Records

/// Keeps rejected records as they came, so that they can be mended and read again.
///
/// Those of a table stand behind its header. What is left of an input that was cut is kept too, and
/// what another input adds begins on a line of its own.
struct RejectsFile: ~Copyable {
  private var output: Output?
  private var header: CSVHeader?
  private var isInsideLine = false

  init(_ output: consuming Output?) {
    self.output = output
  }

  mutating func keep(
    _ bytes: UnsafeBufferPointer<UInt8>, of input: InputFacts, beginsInput: Bool
  ) throws(FileError) {
    guard let last = unsafe bytes.last else { return }
    if beginsInput && isInsideLine { try output?.write("\n") }
    if case .table(let own)? = input.format, own != header {
      header = own
      var line = ByteBuffer(capacity: 512)
      CellText.writeHeader(own.names, separator: own.separator, to: &line)
      unsafe try line.withBytes { bytes throws(FileError) in
        unsafe try output?.write(UnsafeRawBufferPointer(bytes))
      }
    }
    unsafe try output?.write(UnsafeRawBufferPointer(bytes))
    isInsideLine = last != UInt8(ascii: "\n")
  }

  mutating func abandon() { output?.abandon() }

  mutating func finish() throws(FileError) { try output?.finish() }
}
