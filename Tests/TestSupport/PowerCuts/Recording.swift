import Foundation

/// What a program did to a folder, from what was there before.
package struct Recording {
  let before: [String: Data]
  let trace: Trace
  /// What the program said.
  package let said: [String]

  /// Why nothing can be made of a run.
  package enum Failure: Error {
    case failed(status: Int32, errors: String)
    /// The changes that were written down do not lead to what is in the folder.
    case incomplete(names: [String])
  }

  /// What a program could have done.
  init(before: [String: Data], trace: Trace) {
    (self.before, self.trace, said) = (before, trace, [])
  }

  /// The program that writes for tests.
  package static let writers = Checkout.root.appending(path: ".build/debug/writers").path

  /// Runs a mode of the program in a folder, to its end.
  ///
  /// - Parameter name: the file in the folder that it is told of; the folder itself where it is nil.
  package init(
    _ mode: String, _ name: String? = nil, _ rest: [String] = [], in folder: Scratch
  ) throws {
    before = try Self.contents(of: folder)
    let notes = try Scratch()
    let result = try Program.run(
      Self.writers, [mode, name.map { folder($0) } ?? folder.path] + rest,
      environment: [
        "FAULT": "record", "FAULT_FOLDER": folder.path, "FAULT_TRACE": notes("trace"),
      ])
    guard result.status == 0 else {
      throw Failure.failed(status: result.status, errors: result.errorText)
    }
    trace = try Trace(Data(contentsOf: URL(filePath: notes("trace"))))
    said = result.outputText.split(separator: "\n").map(String.init)
    try requireComplete(folder)
  }

  /// The files of a folder without those that no device keeps.
  private static func contents(of folder: Scratch) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try folder.names where !Disk.isMemory(name) {
      contents[name] = try Data(contentsOf: URL(filePath: folder(name)))
    }
    return contents
  }

  /// Makes sure that no call was overlooked: all of them together are what is there now.
  private func requireComplete(_ folder: Scratch) throws {
    var disk = Disk(before)
    for event in trace.events { disk.apply(event) }
    let found = PowerCut(of: disk, .present, isAll: true).state(of: disk).files
    let wanted = try Self.contents(of: folder)
    let names = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
    guard names.isEmpty else { throw Failure.incomplete(names: names.sorted()) }
  }
}
