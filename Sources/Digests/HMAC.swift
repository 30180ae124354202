/// A code that only who knows a key can make of a message, as RFC 2104 defines it.
package enum HMAC<Hash: HashFunction> {
  /// The code of a message.
  package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    // A key that is longer than a block is hashed first.
    var block = key.count > Hash.blockSize ? Hash.bytes(of: key) : key
    block.append(contentsOf: repeatElement(0, count: Hash.blockSize - block.count))
    let inner = Hash.bytes(of: block.map { $0 ^ 0x36 } + message)
    return Hash.bytes(of: block.map { $0 ^ 0x5C } + inner)
  }
}
