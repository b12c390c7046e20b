/// A file that goes with a mail, such as the programme as PDF. The register keeps each once, however
/// many mails it goes with.
package struct AttachedFile: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<AttachedFile>

    package var id: ID
    /// The name that the file has for whoever gets it: one line, without a path (MSG-8).
    package var name: String
    package var bytes: [UInt8]

    /// - Throws: `attachment.invalid` for a file that is empty or larger than ``limit``, or a name
    ///   that nobody could save it under.
    package init(name: String, bytes: [UInt8]) throws(Problem) {
        let name = AttachedFile.plain(name)
        guard !name.isEmpty else {
            throw Problem(.attachmentInvalid, "An attachment needs a name, such as programme.pdf.")
        }
        guard !bytes.isEmpty else {
            throw Problem(.attachmentInvalid, "\(name) is empty: attach the finished file.")
        }
        guard bytes.count <= AttachedFile.limit else {
            throw .attachmentTooLarge(name, bytes.count)
        }
        self.init(id: ID(0), storedName: name, bytes: bytes)
    }

    /// The file that the register holds.
    package init(id: ID, storedName name: String, bytes: [UInt8]) {
        self.id = id
        self.name = name
        self.bytes = bytes
    }

    /// The most that one file may have, in octets.
    package static let limit = 5_000_000
    /// The most that all files of one mail may have together. In base64 they come to a third more,
    /// and that with the texts is below the 10 MB that mail servers take at least (ENV-19).
    package static let sumLimit = 7_000_000

    /// - Throws: `attachment.invalid` where the files together are too much for one mail.
    package static func check(_ attachments: [AttachedFile]) throws(Problem) {
        let sum = attachments.reduce(0) { $0 + $1.bytes.count }
        guard sum <= sumLimit else {
            throw Problem(
                .attachmentInvalid,
                "The attachments come to \(megabytes(sum)) together, and many mail servers take no"
                    + " more than \(megabytes(sumLimit)): leave one out, or send a link to it.")
        }
    }

    static func megabytes(_ octets: Int) -> String {
        "\(octets / 1_000_000).\(octets / 100_000 % 10) MB"
    }

    /// The name alone, without control characters and what separates folders anywhere, short enough
    /// for any file system.
    private static func plain(_ name: String) -> String {
        let file = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        var plain = ""
        for scalar in file.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isMark = scalar.properties.generalCategory == .format
            if isControl || isMark || "<>:\"|?*".unicodeScalars.contains(scalar) { continue }
            guard plain.utf8.count + UTF8.width(scalar) <= 180 else { break }
            plain.unicodeScalars.append(scalar)
        }
        return plain.trimmed
    }
}

extension Problem {
    fileprivate static func attachmentTooLarge(_ name: String, _ octets: Int) -> Problem {
        Problem(
            .attachmentInvalid,
            "\(name) has \(AttachedFile.megabytes(octets)); a file of up to"
                + " \(AttachedFile.megabytes(AttachedFile.limit)) can be attached. Save it smaller, or send a"
                + " link to it.")
    }
}
