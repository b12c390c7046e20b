/// HMAC-SHA256 (RFC 2104) under one key.
struct KeyedDigest: Sendable {
    private let inner: [UInt8]
    private let outer: [UInt8]
    private let digest: @Sendable ([UInt8]) -> [UInt8]

    /// - Parameters:
    ///   - key: of any length; what is longer than a block is digested first.
    ///   - digest: SHA-256.
    init(key: [UInt8], digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        let short = key.count > 64 ? digest(key) : key
        let block = short + [UInt8](repeating: 0, count: 64 - short.count)
        inner = block.map { $0 ^ 0x36 }
        outer = block.map { $0 ^ 0x5C }
        self.digest = digest
    }

    func code(of text: [UInt8]) -> [UInt8] { digest(outer + digest(inner + text)) }
}
