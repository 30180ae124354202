package import Foundation

/// The checkout that the tests belong to.
package enum Checkout {
  /// The folder that holds Package.swift.
  package static let root: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The files below a folder of the checkout, by their paths from the root, in order.
  package static func files(below folder: String, suffix: String = "") throws -> [String] {
    let start = root.appending(path: folder).path
    let names = try FileManager.default.subpathsOfDirectory(atPath: start)
    return names.filter { name in
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(
        atPath: "\(start)/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && name.hasSuffix(suffix)
    }
    .map { "\(folder)/\($0)" }.sorted()
  }

  /// The text of a file of the checkout.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
