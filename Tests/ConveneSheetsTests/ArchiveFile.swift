import Foundation

/// A ZIP archive written byte by byte (APPNOTE.TXT 4.3), so that every field of it can lie.
struct ArchiveFile {
    /// One entry: what stands in its headers, and its bytes.
    struct Entry {
        var name: String
        var packed: [UInt8]
        var method: UInt16 = 0
        var flags: UInt16 = 0
        var checksum: UInt32
        var size: UInt32

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            packed = bytes
            checksum = Self.checksum(bytes)
            size = UInt32(bytes.count)
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// An entry that unpacks to a text and then, without end, to its last character.
        ///
        /// One block of fixed Huffman codes (RFC 1951, 3.2.6): the literals, and copies of 258 bytes
        /// from one byte before, thirteen bits each.
        init(_ name: String, endless text: String, times: Int) {
            var bits = Bits()
            bits.add(0b011, 3)
            for byte in text.utf8 { bits.addReversed(Int(byte) + 0x30, 8) }
            bits.repeatCopies(times / 8)
            bits.add(0, 7)
            self.init(name, bits.bytes)
            method = 8
            size = UInt32(clamping: text.utf8.count + times * 258)
        }

        private static func checksum(_ bytes: [UInt8]) -> UInt32 {
            var checksum = ~UInt32(0)
            for byte in bytes {
                checksum = checksum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)]
            }
            return ~checksum
        }

        private static let table = (0..<256).map { (byte: UInt32) -> UInt32 in
            var value = byte
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
            return value
        }
    }

    var entries: [Entry]
    /// The number of entries that the end announces; the true one otherwise.
    var announced: UInt16?
    /// What stands between the directory and the end.
    var beforeEnd: [UInt8] = []

    init(_ entries: [Entry]) { self.entries = entries }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let facts =
                Self.bytes(entry.flags, entry.method) + Self.bytes(UInt16(0), UInt16(0x21))
                + Self.bytes(entry.checksum, UInt32(entry.packed.count), entry.size)
                + Self.bytes(UInt16(name.count), UInt16(0))
            directory += Array("PK\u{1}\u{2}".utf8) + Self.bytes(UInt16(20), UInt16(20)) + facts
            directory += Self.bytes(UInt16(0), UInt16(0), UInt16(0))
            directory += Self.bytes(UInt32(0), UInt32(file.count)) + name
            file += Array("PK\u{3}\u{4}".utf8) + Self.bytes(UInt16(20)) + facts + name
            file += entry.packed
        }
        let count = announced ?? UInt16(entries.count)
        let start = UInt32(file.count)
        file += directory + beforeEnd + Array("PK\u{5}\u{6}".utf8)
        file += Self.bytes(UInt16(0), UInt16(0), count, count)
        return file + Self.bytes(UInt32(directory.count), start) + Self.bytes(UInt16(0))
    }

    static func bytes<Number: FixedWidthInteger>(_ numbers: Number...) -> [UInt8] {
        numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    }

    /// Bits as RFC 1951 packs them: from the lowest of each byte on.
    private struct Bits {
        private(set) var bytes: [UInt8] = []
        private var pending: UInt32 = 0
        private var count = 0

        mutating func add(_ value: Int, _ length: Int) {
            pending |= UInt32(value) << UInt32(count)
            count += length
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                count -= 8
            }
        }

        /// Eight copies of 258 bytes are 104 bits, so that their bytes are the same again.
        mutating func repeatCopies(_ times: Int) {
            for _ in 0..<16 {
                addReversed(0b1100_0101, 8)
                add(0, 5)
            }
            let period = Array(bytes.suffix(13))
            bytes.reserveCapacity(times * 13)
            for _ in 2..<times { bytes += period }
        }

        /// Huffman codes come with their highest bit first.
        mutating func addReversed(_ code: Int, _ length: Int) {
            add((0..<length).reduce(0) { $0 << 1 | (code >> $1) & 1 }, length)
        }
    }
}
