/// The place of a file that is to be replaced: its folder and its name, links followed.
package struct TargetPath: Equatable {
  /// The folder as a path that can be opened; `.` for the working folder.
  package let folder: String
  /// The last component.
  package let name: String
  /// The whole path.
  package let path: String

  package init(_ path: String) {
    self.path = path
    if let slash = path.lastIndex(of: "/") {
      folder = slash == path.startIndex ? "/" : String(path[..<slash])
      name = String(path[path.index(after: slash)...])
    } else {
      folder = "."
      name = path
    }
  }

  /// Returns the path of another name in the same folder.
  package func beside(_ other: String) -> String {
    switch folder {
    case "/": "/" + other
    case ".": other
    default: folder + "/" + other
    }
  }
}

extension TargetPath {
  /// Longer chains of links are taken for circles, as the system does.
  private static let longestChain = 40

  /// Follows the symbolic links at the end of a path, also to a file that is not there yet.
  ///
  /// Links in the folders before it are left to the system.
  package static func following(_ path: String, calls: SystemCalls) throws(Errno) -> TargetPath {
    var target = TargetPath(path)
    for _ in 0..<longestChain {
      do throws(Errno) {
        guard try calls.statusOfName(target.path).kind == .link else { return target }
      } catch .missing {
        return target
      }
      let text = try calls.readLink(target.path)
      target = TargetPath(text.hasPrefix("/") ? text : target.beside(text))
    }
    throw .linkLoop
  }
}

extension TargetPath {
  /// The longest name that file systems take, in bytes.
  private static let longestName = 255
  private static let mark = ".angelx-"
  private static let ending = ".tmp"
  private static let uniqueLength = 16

  /// What the names of all temporary files of this target begin with.
  package var temporaryBeginning: String {
    let room =
      Self.longestName - 1 - Self.mark.utf8.count - Self.uniqueLength
      - Self.ending.utf8.count
    var short = name[...]
    while short.utf8.count > room { short.removeLast() }
    return "." + short + Self.mark
  }

  /// Whether a name in the folder is one that ``temporaryPath(unique:)`` gives.
  package func isTemporary(_ other: String) -> Bool {
    let beginning = temporaryBeginning
    guard other.hasPrefix(beginning), other.hasSuffix(Self.ending) else { return false }
    let unique = other.utf8.dropFirst(beginning.utf8.count).dropLast(Self.ending.utf8.count)
    return unique.count == Self.uniqueLength && unique.allSatisfy(Self.isHexDigit)
  }

  /// Returns the path of a temporary file, in the same folder so that it can be renamed.
  package func temporaryPath(unique: UInt64) -> String {
    let digits = String(unique, radix: 16)
    let zeros = String(repeating: "0", count: Self.uniqueLength - digits.count)
    return beside(temporaryBeginning + zeros + digits + Self.ending)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
