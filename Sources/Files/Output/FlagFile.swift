#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file whose being there is what it says; its content only adds the reasons.
package struct FlagFile: Sendable {
  /// What is found under the name.
  package enum State: Sendable, Equatable {
    /// There is nothing under the name.
    case absent
    /// There is a file, with this content.
    case present([UInt8])
    /// There is something, or whether there is cannot be known.
    case unreadable(String)
  }

  /// More than anybody writes into one.
  private static let most = 64 << 10

  /// Where it is.
  package let path: String
  private let calls: SystemCalls

  package init(path: String, calls: SystemCalls = .real) {
    self.path = path
    self.calls = calls
  }

  /// What is there now.
  package var state: State {
    do throws(Errno) {
      // Asked by name, because a link that leads nowhere is something under the name too.
      switch try calls.statusOfName(path).kind {
      case .regular: return .present(try content())
      case .folder: return .unreadable(Errno.isFolder.description)
      case .link: return .unreadable("it is a symbolic link")
      case .stream: return .unreadable("it is no file")
      }
    } catch .missing {
      return .absent
    } catch {
      return .unreadable(error.description)
    }
  }

  private func content() throws(Errno) -> [UInt8] {
    let file = try Descriptor(
      opening: path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, calls: calls)
    return try file.bytes(0..<Self.most)
  }

  /// Creates the file with a content, unless there is something under its name.
  ///
  /// The name comes first and its content after it, so that the flag can be raised on a full disk.
  ///
  /// - Returns: Whether it was created.
  /// - Throws: ``FileError/cannotCreate(path:reason:)`` when the flag is not raised, or
  ///   ``FileError/cannotWrite(path:reason:)`` when it is, without its content or not durably.
  package func raise(_ content: [UInt8]) throws(FileError) -> Bool {
    let file: Descriptor
    do throws(Errno) {
      file = try Descriptor(
        opening: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o600,
        calls: calls)
    } catch .exists {
      return false
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
    do throws(Errno) {
      try file.writeAll(content)
      try file.synchronize()
      try Folder.synchronize(TargetPath(path).folder, calls: calls)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
    return true
  }

  /// Gives the file another name, under which its content stays.
  ///
  /// - Returns: Whether there was anything under its name.
  package func lower(to other: String) throws(FileError) -> Bool {
    do throws(Errno) {
      try calls.rename(path, other)
    } catch .missing {
      return false
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
    do throws(Errno) {
      try Folder.synchronize(TargetPath(path).folder, calls: calls)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
    return true
  }
}
