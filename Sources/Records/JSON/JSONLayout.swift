/// How the records of a stream are written: the bytes that stand between their values.
///
/// Programs write one record like the next. So the text from one value to the following one (comma,
/// name, colon, blanks) is learnt from a record that the strict parser accepted, and the records
/// after it need only have the same bytes there: the names are then valid, in place and not doubled
/// without being looked at again, and only the values are read.
@safe
struct JSONLayout {
  /// Which of the layouts that a reader learnt this is.
  private(set) var serial = 0

  /// The text before one value (or, last, after all of them), in words of eight bytes.
  private struct Gap {
    /// Where the words of the gap begin.
    var firstWord: Int32
    /// How many bytes the gap has.
    var count: Int32
    /// Which bytes of the last word count.
    var lastMask: UInt64
  }

  /// The names of the fields as they are written, one after the other.
  private(set) var names: [UInt8] = []
  /// Where each name ends in `names`.
  private var nameEnds: [Int] = []
  private var gaps: [Gap] = []
  private var words: [UInt64] = []
  /// Whether a name is written with escapes.
  private var nameHasEscapes: [Bool] = []
  /// Which member each wanted field is here.
  var members = SlotMembers(slotCount: 0)

  /// Which kinds the names stand for, once it was asked for.
  var inferredKinds: InferredKinds?

  /// How many fields a record of this layout has.
  var memberCount: Int { nameEnds.count }

  /// The name of a field, as it is written (between its quotes).
  func name(_ member: Int) -> ArraySlice<UInt8> {
    names[(member == 0 ? 0 : nameEnds[member - 1])..<nameEnds[member]]
  }

  /// Learns how the record at `start`, which the parser has read into `members`, is written.
  mutating func learn(
    _ members: [JSONMember], at start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>,
    slots: FieldSlots, serial: Int
  ) {
    self.serial = serial
    names.removeAll(keepingCapacity: true)
    nameEnds.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    nameHasEscapes.removeAll(keepingCapacity: true)
    inferredKinds = nil
    var place = 0
    for member in members {
      let key = unsafe UnsafeBufferPointer(
        start: start + Int(member.keyStart), count: Int(member.keyCount))
      unsafe names.append(contentsOf: key)
      nameEnds.append(names.count)
      nameHasEscapes.append(member.keyHasEscapes)
      unsafe appendGap(from: start + place, count: Int(member.valueStart) - place)
      place = Int(member.valueEnd)
    }
    unsafe appendGap(from: start + place, count: end - start - place)
    self.place(slots)
  }

  /// Finds out which members are asked for.
  mutating func place(_ slots: FieldSlots) {
    members = members(for: slots)
  }

  /// Which member each of some slots reads.
  func members(for slots: FieldSlots) -> SlotMembers {
    var members = SlotMembers(slotCount: slots.slots.count)
    for member in 0..<memberCount {
      unsafe name(member).withUnsafeBufferPointer { name in
        guard nameHasEscapes[member] else {
          return unsafe members.place(name, member: member, for: slots)
        }
        var bytes: [UInt8] = []
        unsafe JSONEscape.decode(name, into: &bytes)
        unsafe bytes.withUnsafeBufferPointer {
          unsafe members.place($0, member: member, for: slots)
        }
      }
    }
    return members
  }

  /// The name of a field with its escapes resolved.
  func plainName(_ member: Int) -> String {
    unsafe name(member).withUnsafeBufferPointer { name in
      guard nameHasEscapes[member] else { return unsafe String(decoding: name, as: UTF8.self) }
      var bytes: [UInt8] = []
      unsafe JSONEscape.decode(name, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private mutating func appendGap(from place: UnsafePointer<UInt8>, count: Int) {
    let first = Int32(words.count)
    var offset = 0
    var mask = UInt64.max
    repeat {
      let left = count - offset
      mask = left >= 8 ? .max : (1 << UInt64(left * 8)) - 1
      words.append(unsafe JSONScan.word(at: place + offset) & mask)
      offset += 8
    } while offset < count
    gaps.append(Gap(firstWord: first, count: Int32(count), lastMask: mask))
  }

  /// Reads a record that is written like the learnt one: the place after its closing brace, and
  /// the values in `values`; nil when it is written otherwise or is broken.
  func read(
    _ start: UnsafePointer<UInt8>, into values: UnsafeMutablePointer<ValueSpan>,
    parser: inout JSONParser
  ) -> UnsafePointer<UInt8>? {
    if gaps.isEmpty { return nil }
    parser.begin(fieldCount: memberCount)
    return unsafe gaps.withUnsafeBufferPointer { gaps in
      unsafe words.withUnsafeBufferPointer { words in
        var place = unsafe start
        for index in 0..<gaps.count - 1 {
          guard unsafe JSONLayout.matches(gaps[index], words, at: place) else { return nil }
          unsafe place += Int(gaps[index].count)
          var value = ValueSpan()
          value.start = unsafe Int32(truncatingIfNeeded: place - start)
          guard let end = unsafe JSONLayout.value(at: place, &value, &parser) else { return nil }
          value.end = unsafe Int32(truncatingIfNeeded: end - start)
          unsafe values[index] = value
          unsafe place = end
        }
        let last = unsafe gaps[gaps.count - 1]
        guard unsafe JSONLayout.matches(last, words, at: place) else { return nil }
        return unsafe place + Int(last.count)
      }
    }
  }

  @inline(__always)
  private static func matches(
    _ gap: Gap, _ words: UnsafeBufferPointer<UInt64>, at start: UnsafePointer<UInt8>
  ) -> Bool {
    var index = Int(gap.firstWord)
    var place = unsafe start
    var left = Int(gap.count)
    while left > 8 {
      if unsafe JSONScan.word(at: place) != words[index] { return false }
      index += 1
      unsafe place += 8
      left -= 8
    }
    return unsafe JSONScan.word(at: place) & gap.lastMask == words[index]
  }

  @inline(__always)
  private static func value(
    at place: UnsafePointer<UInt8>, _ value: inout ValueSpan, _ parser: inout JSONParser
  ) -> UnsafePointer<UInt8>? {
    switch unsafe place.pointee {
    case UInt8(ascii: "\""):
      value.kind = .text
      return unsafe JSONScan.string(at: place, hasEscapes: &value.hasEscapes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      value.kind = .number
      return unsafe JSONScan.number(at: place)
    case UInt8(ascii: "{"):
      value.kind = .object
      return unsafe parser.nested(at: place, depth: 1)
    case UInt8(ascii: "["):
      value.kind = .list
      return unsafe parser.nested(at: place, depth: 1)
    default:
      return unsafe JSONScan.literal(at: place, kind: &value.kind)
    }
  }
}

/// Where a value stands, in bytes from the start of its record; a string with its quotes.
struct ValueSpan {
  var start: Int32 = 0
  var end: Int32 = 0
  var kind = RawKind.null
  var hasEscapes = false

  /// How many bytes it has.
  var count: Int { Int(end &- start) }
}
