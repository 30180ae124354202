extension RecordReader {
  /// Reads the object that begins at `start` if it is written like the one before it: the place after it.
  @inline(__always)
  mutating func likeObject() -> UnsafePointer<UInt8>? {
    let after = unsafe layout.read(start, like: previous, into: values, parser: &parser)
    unsafe previous = unsafe after.map {
      unsafe UnsafeBufferPointer(start: start, count: $0 - start)
    }
    return unsafe after
  }

  /// How many layouts are remembered beside the one in use: streams mix a few kinds of records.
  private static let earlierLayoutCount = 3

  /// Reads the object that begins at `start`: the place after it, nil when ``problem`` says why not.
  mutating func object(to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    unsafe previous = nil
    for index in earlierLayouts.indices {
      if let after = unsafe earlierLayouts[index].read(
        start, like: nil, into: values, parser: &parser)
      {
        swap(&layout, &earlierLayouts[index])
        return unsafe after
      }
    }
    do throws(RecordProblem) {
      let after = try unsafe parser.object(from: start, to: end)
      unsafe learnLayout(to: after)
      return unsafe after
    } catch {
      let blanks = unsafe start - rawStart
      problem = RecordProblem(
        error.fault, offset: error.offset.map { $0 + blanks }, field: error.field,
        found: error.found)
      return nil
    }
  }

  private mutating func learnLayout(to after: UnsafePointer<UInt8>) {
    var fresh =
      earlierLayouts.count < RecordReader.earlierLayoutCount
      ? JSONLayout() : earlierLayouts.removeFirst()
    layoutsLearnt += 1
    unsafe fresh.learn(
      parser.members, at: start, end: after, slots: slots, serial: layoutsLearnt)
    unsafe fresh.copyModelValues(to: values)
    swap(&fresh, &layout)
    earlierLayouts.append(fresh)
  }
}
