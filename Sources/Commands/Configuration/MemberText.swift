import Configuration

/// What there is to say of the members of dictionaries and the places of tuples.
enum MemberText {
  /// What a member may hold, what holds where it is left out, and what it does.
  static func text(of member: Shape.Member) -> String {
    let standard = member.standard.map { "; default \($0)" } ?? ""
    let need = member.isRequired ? "; required" : ""
    let meaning = member.meaning.isEmpty ? "" : ". \(member.meaning)"
    return "\(member.shape.wanted)\(standard)\(need)\(meaning)"
  }
}

extension Shape {
  /// All members in the shape with their names from the outside inwards, such as `email.smtp_port`.
  var allMembers: [(path: String, member: Member)] {
    switch self {
    case .record(let members), .row(let members):
      members.flatMap { member in
        [(path: member.name, member: member)]
          + member.shape.allMembers.map { (path: "\(member.name).\($0.path)", member: $0.member) }
      }
    case .optional(let shape), .list(let shape, _), .table(_, let shape, _): shape.allMembers
    case .either(let first, let second): first.allMembers + second.allMembers
    case .boolean, .number, .text, .choice, .timeOfDay: []
    }
  }
}
