/// The name of a file that is still being written, removed with its owner unless it was renamed.
struct TemporaryName: ~Copyable {
  let path: String
  private let calls: SystemCalls
  private let place: Int?
  private var isRenamed = false

  /// Takes over the name of a file that was just created, and lists it for removal by signals.
  init(path: String, calls: SystemCalls) {
    self.path = path
    self.calls = calls
    place = PendingRemovals.add(path)
  }

  deinit {
    // An error changes nothing here: what stays behind is removed by the next writer.
    if !isRenamed { try? calls.unlink(path) }
    if let place { PendingRemovals.withdraw(place) }
  }

  /// Gives the file its final name.
  consuming func rename(to target: String) throws(Errno) {
    try calls.rename(path, target)
    isRenamed = true
  }
}
