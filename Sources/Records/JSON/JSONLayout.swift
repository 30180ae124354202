/// How the records of a stream are written: what stands between their values, and mostly in them.
///
/// Programs write one record like the next. So a record that the strict parser accepted is a model for
/// those after it, which need only have the same bytes between their values (comma, name, colon, blanks):
/// the names are then valid, in place and not doubled without being looked at again. A value that has the
/// same bytes, too, stands where it stood, and only the others are read.
@safe
struct JSONLayout {
  /// Which of the layouts that a reader learnt this is.
  private(set) var serial = 0

  /// The names of the fields as they are written, one after the other.
  private(set) var names: [UInt8] = []
  /// Where each name ends in `names`.
  private var nameEnds: [Int] = []
  /// The record that was learnt, with zeros behind it, and where its values stand.
  private var model: [UInt8] = []
  private var spans: [ValueSpan] = []
  /// Whether a name is written with escapes.
  private var nameHasEscapes: [Bool] = []
  /// Which member each wanted field is here.
  var members = SlotMembers()

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
    spans.removeAll(keepingCapacity: true)
    nameHasEscapes.removeAll(keepingCapacity: true)
    inferredKinds = nil
    unsafe model = Array(UnsafeBufferPointer(start: start, count: end - start))
    model.append(contentsOf: repeatElement(0, count: JSONScan.padding))
    for member in members {
      let key = unsafe UnsafeBufferPointer(
        start: start + Int(member.keyStart), count: Int(member.keyCount))
      unsafe names.append(contentsOf: key)
      nameEnds.append(names.count)
      nameHasEscapes.append(member.keyHasEscapes)
      unsafe spans.append(ValueSpan(member, in: start))
    }
    self.place(slots)
  }

  /// Finds out which members are asked for.
  mutating func place(_ slots: FieldSlots) {
    members = members(for: slots)
  }

  /// Which member each of some slots reads.
  func members(for slots: FieldSlots) -> SlotMembers {
    var members = SlotMembers(slots.slots)
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

  /// Reads a record that is written like the learnt one: the place after its closing brace, and
  /// the values in `values`; nil when it is written otherwise or is broken.
  ///
  /// - Parameters:
  ///   - start: the first byte of the record.
  ///   - previous: a record of this layout that has more in common with it than the learnt one, whose
  ///     values stand in `values`; nil where there is none.
  ///   - values: where the values are put, also as far as there are any before it comes to nothing.
  ///   - parser: what reads nested values.
  func read(
    _ start: UnsafePointer<UInt8>, like previous: UnsafeBufferPointer<UInt8>?,
    into values: UnsafeMutablePointer<ValueSpan>, parser: inout JSONParser
  ) -> UnsafePointer<UInt8>? {
    if model.isEmpty { return nil }
    parser.begin(fieldCount: memberCount)
    if let previous = unsafe previous {
      return unsafe follow(previous, start, values, memberCount, &parser)
    }
    unsafe copyModelValues(to: values)
    return unsafe model.withUnsafeBufferPointer { model in
      let record = unsafe UnsafeBufferPointer(rebasing: model.dropLast(JSONScan.padding))
      return unsafe follow(record, start, values, memberCount, &parser)
    }
  }

  /// Puts the values of the learnt record where those of records go.
  func copyModelValues(to values: UnsafeMutablePointer<ValueSpan>) {
    for (index, span) in spans.enumerated() { unsafe values[index] = span }
  }

  /// Reads a record beside its model, whose values are in `values` and give way to its own one by one.
  private func follow(
    _ model: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>,
    _ values: UnsafeMutablePointer<ValueSpan>, _ count: Int, _ parser: inout JSONParser
  ) -> UnsafePointer<UInt8>? {
    guard let first = model.baseAddress else { return nil }
    var (place, like) = unsafe (start, first)
    var next = unsafe values
    let last = unsafe values + count
    while true {
      let left = unsafe first + model.count - like
      let reach = unsafe like - first + JSONScan.alike(place, like, upTo: left)
      let shift = unsafe Int32(truncatingIfNeeded: (place - start) - (like - first))
      // A value of which the next byte is alike too has no other end.
      while unsafe next < last && next.pointee.end < reach && !next.pointee.isNested {
        if shift != 0 { unsafe next.pointee.move(by: shift) }
        unsafe next += 1
      }
      guard unsafe next < last else { return unsafe reach == model.count ? place + left : nil }
      let old = unsafe next.pointee
      guard old.start <= reach else { return nil }
      var value = ValueSpan()
      value.start = old.start &+ shift
      guard let end = unsafe JSONLayout.value(at: start + Int(value.start), &value, &parser) else {
        return nil
      }
      value.end = unsafe Int32(truncatingIfNeeded: end - start)
      unsafe next.pointee = value
      unsafe next += 1
      unsafe (place, like) = (end, first + Int(old.end))
    }
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
      return unsafe JSONScan.number(at: place, decimals: &value.decimals)
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
