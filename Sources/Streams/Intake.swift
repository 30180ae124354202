import Files
import Records

/// Takes the inputs in turn and divides them into pieces of whole records.
///
/// One worker at a time asks it for a piece, so the pieces come in the order of the inputs.
struct Intake: ~Copyable {
  private let names: [String]
  private let longestRecord: Int
  private let limits: GzipLimits
  private let keepsRest: Bool
  private let watched: Int32?
  private let slots: FieldSlots
  private let grouping: GroupRule?
  private var nextName = 0
  private var current: OpenInput?
  /// Bytes that were read and belong to the next piece.
  private var rest: [UInt8] = []

  /// - Parameters:
  ///   - names: the paths of the inputs, `-` for standard input.
  ///   - longestRecord: how many bytes a record may have before it is given up.
  ///   - limits: how far compressed data may expand.
  ///   - keepsRest: whether the rest of an input that cannot be read is wanted.
  ///   - watched: the output whose reader may go away while an input has nothing to give.
  ///   - slots: the fields that will be asked for.
  ///   - grouping: which records must come in one piece.
  init(
    names: [String], longestRecord: Int, limits: GzipLimits, keepsRest: Bool,
    watching watched: Int32?, slots: FieldSlots, grouping: GroupRule?
  ) {
    self.grouping = grouping
    self.keepsRest = keepsRest
    self.slots = slots
    self.names = names
    self.longestRecord = longestRecord
    self.limits = limits
    self.watched = watched
  }

  /// Fills `piece` with what comes next; false when all inputs are at their end.
  ///
  /// What is wrong with an input is noted in the piece: it counts after the records before it.
  mutating func fill(_ piece: Piece) -> Bool {
    while true {
      piece.begin(with: rest)
      rest = []
      if current == nil {
        guard nextName < names.count else { return false }
        guard openNext(piece) else { return true }
      }
      if current?.fill(piece, longestRecord: longestRecord, rest: &rest) ?? false { return true }
      current = nil
    }
  }

  /// Opens the next input; false when `piece` says why that failed.
  private mutating func openNext(_ piece: Piece) -> Bool {
    let name = names[nextName]
    nextName += 1
    do {
      let bytes = try ByteSource(path: name, limits: limits, watching: watched)
      current = OpenInput(
        bytes, index: nextName - 1, slots: slots, keepsRest: keepsRest, grouping: grouping)
      return true
    } catch {
      piece.input = InputFacts(
        name: error.path, index: nextName - 1, format: nil, firstLine: 1, packing: nil)
      piece.isFirst = true
      piece.failure = .file(error)
      return false
    }
  }
}
