import Foundation

/// What a program did to the files of a folder, in its order, as `Tests/CFaults` writes it down.
struct Trace {
  /// One thing that it did; a file goes by the number that the system gives it.
  enum Event {
    case create(file: Int, name: String)
    case open(file: Int, name: String)
    case write(file: Int, at: Int, bytes: Data)
    case cut(file: Int, size: Int)
    case sync(file: Int)
    case syncFolder
    case rename(from: String, to: String)
    case unlink(name: String)
    /// It told whoever started it.
    case say(String)
  }

  /// Why a trace cannot be read.
  struct Unreadable: Error {
    let line: String
  }

  let events: [Event]

  /// Reads what was written down.
  init(_ bytes: Data) throws {
    var (events, rest) = ([Event](), bytes)
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      events.append(try Self.event(line, &rest))
    }
    guard rest.isEmpty else { throw Unreadable(line: String(decoding: rest, as: UTF8.self)) }
    self.events = events
  }

  /// What one line says, with the bytes that stand behind it.
  private static func event(_ line: String, _ rest: inout Data) throws -> Event {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let told = words.count > 1 ? words[1] : ""
    let parts = told.split(separator: " ").map(String.init)
    let numbers = parts.compactMap { Int($0) }
    let names = told.split(separator: "/").map(String.init)
    switch (words[0], numbers.count) {
    case ("create", _) where parts.count == 2 && !numbers.isEmpty:
      return .create(file: numbers[0], name: parts[1])
    case ("open", _) where parts.count == 2 && !numbers.isEmpty:
      return .open(file: numbers[0], name: parts[1])
    case ("write", 3):
      return .write(file: numbers[0], at: numbers[1], bytes: try take(numbers[2], from: &rest))
    case ("cut", 2): return .cut(file: numbers[0], size: numbers[1])
    case ("sync", 1): return .sync(file: numbers[0])
    case ("folder", _): return .syncFolder
    case ("rename", _) where names.count == 2: return .rename(from: names[0], to: names[1])
    case ("unlink", _) where names.count == 1: return .unlink(name: told)
    case ("say", 1):
      return .say(String(decoding: try take(numbers[0], from: &rest), as: UTF8.self))
    // Folders in the folder among others: whoever needs them teaches the model about them.
    default: throw Unreadable(line: line)
    }
  }

  private static func take(_ count: Int, from rest: inout Data) throws -> Data {
    guard rest.count > count else { throw Unreadable(line: "\(count) bytes that are not there") }
    defer { rest = rest.dropFirst(count + 1) }
    return Data(rest.prefix(count))
  }
}
