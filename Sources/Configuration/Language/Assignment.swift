/// A line `KEY = value`.
public struct Assignment: Sendable {
  /// The key as it was written.
  public let key: String
  /// Where the key stands.
  public let place: Place
  /// The value.
  public let value: WrittenValue
  /// The keys that its arithmetic asked for, with what they then held.
  public let uses: [Use]

  /// A key that arithmetic asked for.
  public struct Use: Sendable {
    /// The key as it was written.
    public let key: String
    /// What it held.
    public let value: WrittenValue.Content
  }
}
