package import Files
import Records
package import Scalars

/// The flag that stops everything which could open risk, until somebody takes it back.
///
/// It is a file in the home folder. Whatever is under its name means that the switch is on, so an
/// empty file made by hand stops trading as well as one of ours.
package struct KillSwitch: Sendable {
  /// Who set the switch, when and why.
  package struct Facts: Sendable, Equatable {
    package let who: String
    package let when: Timestamp
    package let why: String

    package init(who: String, when: Timestamp, why: String) {
      self.who = who
      self.when = when
      self.why = why
    }
  }

  /// Whether the switch is on.
  package enum State: Sendable, Equatable {
    case off
    case on(Facts)
    /// It is on, but what stands there cannot be read, for this reason.
    case onForUnknownReason(String)

    /// Whether the switch is on.
    package var isOn: Bool { self != .off }
  }

  /// The name of the file.
  package static let name = "KILL"
  /// The name that the file has after the switch was released.
  package static let releasedName = "KILL.released"

  private let flag: FlagFile
  private let released: FlagFile

  /// The switch of a home folder.
  package init(home: String, calls: SystemCalls = .real) {
    flag = FlagFile(path: "\(home)/\(Self.name)", calls: calls)
    released = FlagFile(path: "\(home)/\(Self.releasedName)", calls: calls)
  }

  /// Where the file is.
  package var path: String { flag.path }

  /// Whether the switch is on; what cannot be read counts as on.
  package var state: State { Self.state(flag.state) }

  /// Sets the switch; where it is on already nothing changes.
  ///
  /// - Returns: Whether this call has set it.
  /// - Throws: A ``FileError``. Where it speaks of writing, the switch is on all the same, but may
  ///   lack its facts.
  package func set(_ facts: Facts) throws(FileError) -> Bool {
    try flag.raise(Array(Self.text(facts).utf8))
  }

  /// Releases the switch.
  ///
  /// The file stays under another name until the next release, for whoever wants to see what it said.
  ///
  /// - Returns: What was released, for the log; ``State/off`` where the switch was not on.
  package func release(reason: String) throws(KillSwitchError) -> State {
    guard reason.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
      throw .emptyReason
    }
    do throws(FileError) {
      guard try flag.lower(to: released.path) else { return .off }
    } catch {
      throw .file(error)
    }
    let found = Self.state(released.state)
    return found == .off ? .onForUnknownReason("it was released twice at once") : found
  }
}

/// Why the switch was not released.
package enum KillSwitchError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no reason.
  case emptyReason
  /// The file could not be renamed.
  case file(FileError)

  package var description: String {
    switch self {
    case .emptyReason: "the kill switch is released with a reason only; say why it may be"
    case .file(let error): error.description
    }
  }
}

extension KillSwitch {
  private static func text(_ facts: Facts) -> String {
    "{\"who\":\(JSONText.quoted(facts.who)),\"when\":\"\(facts.when)\","
      + "\"why\":\(JSONText.quoted(facts.why))}\n"
  }

  private static func state(_ file: FlagFile.State) -> State {
    switch file {
    case .absent: .off
    case .unreadable(let reason): .onForUnknownReason(reason)
    case .present([]): .onForUnknownReason("it is empty")
    case .present(let bytes):
      facts(bytes).map { .on($0) } ?? .onForUnknownReason("it does not say who, when and why")
    }
  }

  private static func facts(_ bytes: [UInt8]) -> Facts? {
    var found: [Facts] = []
    let slots = FieldSlots([["who"], ["when"], ["why"]])
    let rejected = try? RecordList.read(bytes, member: "", slots: slots) {
      reader throws(RecordProblem) in
      guard let who = reader.plainText(0), let when = reader.plainText(1).flatMap(time),
        let why = reader.plainText(2)
      else { return }
      found.append(Facts(who: who, when: when, why: why))
    }
    guard let rejected, rejected.isEmpty, found.count == 1 else { return nil }
    return found[0]
  }

  private static func time(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    return try? Timestamp(rfc3339: bytes.span)
  }
}
