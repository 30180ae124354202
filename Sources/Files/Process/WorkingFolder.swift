#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder that paths without a beginning start from.
package enum WorkingFolder {
  /// A path as it is from every folder; one that cannot be told stays as it is.
  package static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard unsafe getcwd(&text, text.count) != nil else { return path }
    let folder = String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
