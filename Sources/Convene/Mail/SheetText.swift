/// A text that many letters share, with marks where each of them says something of its own.
package struct SheetText: Sendable, Equatable {
    /// The text with its marks.
    package let marked: String

    package init(_ marked: String) { self.marked = marked }

    /// The character that stands for the field of this number, 0 to 47. It is of a private use area:
    /// whoever writes a sheet keeps these characters out of all else.
    package static func mark(_ field: Int) -> Unicode.Scalar {
        Unicode.Scalar(firstMark + UInt32(field)) ?? " "
    }

    /// The text with the fields in the place of their marks. They go in as they are: they have been
    /// escaped where that is due. Without any field the text is as it stands.
    package func filled(with fields: [String]) -> String {
        fields.isEmpty ? marked : String(decoding: octets(with: fields), as: UTF8.self)
    }

    /// The same in UTF-8.
    package func octets(with fields: [String]) -> [UInt8] {
        guard !fields.isEmpty else { return Array(marked.utf8) }
        var octets: [UInt8] = []
        octets.reserveCapacity(fields.reduce(marked.utf8.count) { $0 + $1.utf8.count })
        pass { text in
            octets.append(contentsOf: text)
        } mark: { field in
            if fields.indices.contains(field) { octets.append(contentsOf: fields[field].utf8) }
        }
        return octets
    }

    /// How many octets it has when they are filled in.
    package func count(with fields: [String]) -> Int {
        var count = 0
        pass { text in
            count += text.count
        } mark: { field in
            if fields.indices.contains(field) { count += fields[field].utf8.count }
        }
        return count
    }

    /// The numbers of the fields that it has a place for.
    package var fields: Set<Int> {
        var fields: Set<Int> = []
        pass(text: { _ in }, mark: { fields.insert($0) })
        return fields
    }

    /// Goes through the text from mark to mark: they are of four octets in UTF-8, which differ in
    /// the last one.
    private func pass(text: (Slice<UnsafeBufferPointer<UInt8>>) -> Void, mark: (Int) -> Void) {
        var marked = marked
        marked.withUTF8 { octets in
            var rest = octets[...]
            while let stop = rest.firstIndex(of: Self.opening[0]) {
                let octet = rest[stop...].dropFirst(3).first ?? 0
                let isMark = rest[stop...].starts(with: Self.opening) && Self.last.contains(octet)
                if isMark {
                    text(rest[..<stop])
                    mark(Int(octet - Self.last.lowerBound))
                } else {
                    text(rest[...stop])
                }
                rest = rest[stop...].dropFirst(isMark ? 4 : 1)
            }
            text(rest)
        }
    }

    private static let firstMark: UInt32 = 0xF0010
    private static let opening: [UInt8] = [0xF3, 0xB0, 0x80]
    private static let last: ClosedRange<UInt8> = 0x90...0xBF
}
