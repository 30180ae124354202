internal import Scalars

/// How the rows of a master are written: what stands between their values.
///
/// The broker writes one row like the next. So a row that was read with care is a model for those after
/// it, which need only have the same bytes between their values: their names are then in place and none
/// is there twice. Texts stand where texts stood, and numbers and words such as `true` where those did.
struct MasterRowModel {
  /// The values of a row that is read with care.
  struct Values {
    /// The most that a row may have to be a model.
    static let most = 16

    fileprivate var places = InlineArray<16, MasterFields.Place>(repeating: MasterFields.Place())
    fileprivate var names = InlineArray<16, MasterFields.Name?>(repeating: nil)
    /// The bits of those that are no texts.
    fileprivate var words: UInt16 = 0
    /// How many there are; nil for too many.
    fileprivate var count: Int? = 0

    /// Notes where the next value is written, between its quotes if it is a text.
    @inline(__always)
    mutating func add(_ value: MasterFields.Place, isText: Bool, as name: MasterFields.Name?) {
      guard let number = count, number < Self.most else {
        count = nil
        return
      }
      places[number] = value
      names[number] = name
      if !isText { words |= 1 << UInt16(number) }
      count = number + 1
    }
  }

  /// What stands before each value and behind the last, one after the other, and where each ends.
  private var seams: [UInt8] = []
  private var ends = InlineArray<17, Int>(repeating: 0)
  /// What the values are; nothing for one that is not read.
  private var names = InlineArray<16, MasterFields.Name?>(repeating: nil)
  /// The bits of those that are no texts.
  private var words: UInt16 = 0
  /// How many values there are; nothing while there is no model.
  private var count = 0

  /// Reads a row that is written like the model: the place behind it; nil where it is not.
  @inline(__always)
  func read(_ bytes: Span<UInt8>, from start: Int, into fields: inout MasterFields) -> Int? {
    guard count > 0 else { return nil }
    let seams = seams.span
    var (place, before) = (start, 0)
    for number in 0...count {
      let end = ends[number]
      guard bytes.has(seams.extracting(before..<end), at: place) else { return nil }
      place &+= end &- before
      before = end
      if number == count { break }
      let value: MasterFields.Place
      if words & (1 << UInt16(number)) == 0 {
        value = MasterFields.Place(place, bytes.endOfPlainText(from: place))
        place = value.range.upperBound
      } else {
        let end = MasterWord.end(bytes, from: place)
        guard end < bytes.count, let word = MasterWord.value(bytes, place, end) else { return nil }
        (value, place) = (word, end)
      }
      if let name = names[number] { fields[name] = value }
    }
    return place
  }

  /// Takes a row for the model from now on, where it can be one.
  mutating func learn(_ row: Values, of bytes: Span<UInt8>, from start: Int, upTo end: Int) {
    guard let found = row.count, found > 0 else { return }
    seams.removeAll(keepingCapacity: true)
    var place = start
    for number in 0..<found {
      close(number, bytes, place..<Int(row.places[number].start))
      place = Int(row.places[number].end)
    }
    close(found, bytes, place..<end)
    (names, words, count) = (row.names, row.words, found)
  }

  private mutating func close(_ number: Int, _ bytes: Span<UInt8>, _ seam: Range<Int>) {
    for index in seam { seams.append(bytes[index]) }
    ends[number] = seams.count
  }
}
