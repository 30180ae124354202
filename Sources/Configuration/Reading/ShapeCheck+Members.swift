import Scalars

extension ShapeCheck {
  /// The values of a list or a tuple of any length.
  mutating func list(
    _ value: WrittenValue, of element: Shape, _ count: ClosedRange<Int>
  ) -> WrittenValue.Content? {
    guard case .list(let values) = value.content else {
      mismatch(value, .list(of: element, count: count), "put it between [ and ]")
      return nil
    }
    guard count.contains(values.count) else {
      report("count", at: value.place, "\(values.count) values", fix: Self.wanted(count, "values"))
      return nil
    }
    var read: [WrittenValue] = []
    for (index, value) in values.enumerated() {
      if let value = self.read(value, as: element, in: "\(index + 1)") { read.append(value) }
    }
    return read.count == values.count ? .list(read) : nil
  }

  /// The places of a tuple.
  mutating func row(_ value: WrittenValue, _ members: [Shape.Member]) -> WrittenValue.Content? {
    guard case .list(let values) = value.content else {
      mismatch(value, .row(members))
      return nil
    }
    guard values.count == members.count else {
      report(
        "count", at: value.place, "\(values.count) values where \(members.count) belong",
        fix: "write \(Shape.row(members).wanted)")
      return nil
    }
    var read: [WrittenValue] = []
    for (value, member) in zip(values, members) {
      if let value = self.read(value, as: member.shape, in: member.name) { read.append(value) }
    }
    return read.count == values.count ? .list(read) : nil
  }

  /// A dictionary of declared members, those that were left out filled in.
  mutating func record(_ value: WrittenValue, _ members: [Shape.Member]) -> WrittenValue.Content? {
    let names = members.map(\.name)
    guard let entries = entries(of: value, .record(members)) else { return nil }
    let known = entries.count(where: { check($0.name, isAmong: names) })
    var read: [WrittenValue.Entry] = []
    for member in members {
      let name = WrittenValue(.text(member.name), at: value.place)
      if let entry = entries.first(where: { $0.name == name }) {
        guard let value = self.read(entry.value, as: member.shape, in: member.name) else {
          continue
        }
        read.append(WrittenValue.Entry(name: entry.name, value: value))
      } else if member.isRequired {
        report("member", at: value.place, "\(quoted(member.name)) is missing")
      } else if let standard = member.standardValue {
        read.append(WrittenValue.Entry(name: name, value: WrittenValue(standard, at: value.place)))
      }
    }
    return known == entries.count && !hasErrors ? .dictionary(read) : nil
  }

  /// A dictionary with names of the user's own.
  mutating func table(
    _ value: WrittenValue, _ names: TextRule, of element: Shape, _ count: ClosedRange<Int>
  ) -> WrittenValue.Content? {
    guard let entries = entries(of: value, .table(names: names, of: element, count: count)) else {
      return nil
    }
    guard count.contains(entries.count) else {
      report(
        "count", at: value.place, "\(entries.count) members", fix: Self.wanted(count, "members"))
      return nil
    }
    var read: [WrittenValue.Entry] = []
    for entry in entries {
      guard case .text(let name) = entry.name.content else { continue }
      if let problem = names.problem(in: name) {
        report("member", at: entry.name.place, problem.message, fix: problem.fix)
      } else if let value = self.read(entry.value, as: element, in: name) {
        read.append(WrittenValue.Entry(name: entry.name, value: value))
      }
    }
    return read.count == entries.count ? .dictionary(read) : nil
  }

  // MARK: Support

  /// The members of a dictionary, each name a text that stands there once.
  private mutating func entries(of value: WrittenValue, _ shape: Shape) -> [WrittenValue.Entry]? {
    guard case .dictionary(let entries) = value.content else {
      mismatch(value, shape)
      return nil
    }
    var isSound = true
    var seen: Set<String> = []
    for entry in entries {
      guard case .text(let name) = entry.name.content else {
        report("member", at: entry.name.place, "the name of a member is a text in quotes")
        isSound = false
        continue
      }
      if !seen.insert(name).inserted {
        report("member", at: entry.name.place, "\(quoted(name)) stands here twice")
        isSound = false
      }
    }
    return isSound ? entries : nil
  }

  private mutating func check(_ name: WrittenValue, isAmong names: [String]) -> Bool {
    guard case .text(let text) = name.content, !names.contains(text) else { return true }
    let near = nearest(to: text, in: names).map { "did you mean '\($0)'?" }
    report(
      "member", at: name.place, "\(quoted(text)) is no member",
      fix: near ?? "the members are \(names.joined(separator: ", "))")
    return false
  }

  private var hasErrors: Bool { findings.contains { $0.severity == .error } }

  private static func wanted(_ count: ClosedRange<Int>, _ things: String) -> String {
    count.count == 1
      ? "\(count.lowerBound) \(things) are wanted"
      : "\(count.lowerBound) to \(count.upperBound) \(things) are wanted"
  }
}

extension Shape.Member {
  /// What holds where the member is left out.
  fileprivate var standardValue: WrittenValue.Content? {
    // What another key holds is looked up by whoever asks; here it would be searched for in vain.
    standard.flatMap { Key.named($0) == nil ? WrittenValue.Content(declared: $0) : nil }
  }
}
