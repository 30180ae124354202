/// The compiled form of an expression: its nodes, its constants, and the bytes of its texts.
///
/// It is written once, while it is compiled, and only read afterwards. That is why it may be used
/// by several threads at once although the compiler cannot see it.
@safe
final class Program: @unchecked Sendable {
  let nodes: UnsafeBufferPointer<Node>
  private let constants: UnsafeBufferPointer<Value>
  private let texts: UnsafeBufferPointer<UInt8>
  private let root: UInt16

  /// Keeps copies of nodes and constants, and takes over `texts`, into which constants point.
  init(nodes: [Node], constants: [Value], texts: UnsafeBufferPointer<UInt8>) {
    unsafe self.nodes = Self.copy(of: nodes)
    unsafe self.constants = Self.copy(of: constants)
    unsafe self.texts = texts
    root = UInt16(nodes.count - 1)
  }

  deinit {
    unsafe nodes.deallocate()
    unsafe constants.deallocate()
    unsafe texts.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(
    of elements: [Element]
  ) -> UnsafeBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = unsafe memory.initialize(from: elements)
    return UnsafeBufferPointer(memory)
  }

  /// The value of the node at `index`, or of the whole expression, for the given fields.
  func value(of index: UInt16? = nil, _ slots: UnsafeBufferPointer<Value>) -> Value {
    unsafe Evaluator(nodes: nodes, constants: constants, slots: slots).value(index ?? root)
  }
}
