extension Sequence {
  /// The elements by a title that they bear, titles in the order in which they first occur.
  func grouped(
    by title: (Element) -> String
  ) -> [(title: String, members: [Element])] {
    var groups: [(title: String, members: [Element])] = []
    for element in self {
      let title = title(element)
      if let place = groups.firstIndex(where: { $0.title == title }) {
        groups[place].members.append(element)
      } else {
        groups.append((title, [element]))
      }
    }
    return groups
  }
}
