/// The number by which the stream of a broker knows an instrument; each broker has its own.
package struct FeedToken: Sendable, Hashable {
  package let number: UInt64

  package init(_ number: UInt64) { self.number = number }
}
