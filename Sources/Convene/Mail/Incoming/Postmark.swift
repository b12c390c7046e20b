/// What a tag in an address of ours stands for.
package enum AddressTag: Hashable, Sendable {
    /// In the envelope's sender: a report about this mail (BNC-1).
    case message(Message.ID)
    /// In the address for answers: an answer to this invitation (ICS-6).
    case invitation(Invitation.ID)
    /// In the address, and the link, to unsubscribe: this person wants no more of this (UNS-1).
    case optOut(Person.ID, MailStream)
}

/// Makes the tags by which mail that comes back is known, and knows them again.
///
/// A tag is a letter, a number and 128 bits of HMAC-SHA256 (RFC 2104) over both, in the letters and
/// digits of base 32, which survive whoever writes addresses in capitals. It names nobody, and only
/// this register can make one: what a mail says of its sender counts for nothing beside it.
package struct Postmark: Sendable {
    private let seal: KeyedDigest

    /// - Parameters:
    ///   - key: 32 octets that stay in the register.
    ///   - digest: SHA-256.
    init(key: [UInt8], digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        seal = KeyedDigest(key: key, digest: digest)
    }

    func text(_ tag: AddressTag) -> String {
        let stem = tag.stem
        return stem + seal(of: stem)
    }

    /// The address with the tag behind its local part.
    func address(_ address: EmailAddress, _ tag: AddressTag, delimiter: Character) -> EmailAddress {
        address.tagged(text(tag), delimiter: delimiter)
    }

    /// The tags of ours in a text, wherever they stand in it, in the order in which they do.
    func tags(in text: String) -> [AddressTag] {
        let words = text.utf8.lazy.split { !Base32.isDigit($0) }
            .filter { (Self.shortest...Self.longest).contains($0.count) }
        return words.prefix(Self.mostWords).compactMap { word in
            tag(String(decoding: word, as: UTF8.self).lowercased())
        }
    }

    private func tag(_ word: String) -> AddressTag? {
        let stem = String(word.dropLast(Self.sealLength))
        guard let tag = AddressTag(stem: stem) else { return nil }
        // In constant time: how far a guess is right must not be told by how long it takes.
        let difference = zip(seal(of: stem).utf8, word.utf8.suffix(Self.sealLength))
            .reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        return difference == 0 ? tag : nil
    }

    private func seal(of stem: String) -> String {
        Base32.text(Array(seal.code(of: Array(stem.utf8)).prefix(16)))
    }

    /// Whether a tag fits behind the local part of an address, whatever its number: RFC 5321 gives
    /// it 64 octets (§4.5.3.1.1).
    package static func hasRoom(in address: EmailAddress) -> Bool {
        address.text.prefix { $0 != "@" }.utf8.count + 1 + longest <= 64
    }

    private static let sealLength = 26
    private static let shortest = 2 + sealLength
    private static let longest = 1 + 12 + sealLength
    /// Each takes two digests: a mail made of nothing but words like tags costs no more than this.
    private static let mostWords = 100
}

extension AddressTag {
    fileprivate init?(stem: String) {
        guard let number = Base32.number(stem.utf8.dropFirst()), stem == Self.stem(stem, number)
        else { return nil }
        switch stem.utf8.first {
        case UInt8(ascii: "b"): self = .message(Message.ID(number))
        case UInt8(ascii: "a"): self = .invitation(Invitation.ID(number))
        case UInt8(ascii: "i"): self = .optOut(Person.ID(number), .invitations)
        case UInt8(ascii: "l"): self = .optOut(Person.ID(number), .letters)
        default: return nil
        }
    }

    fileprivate var stem: String {
        switch self {
        case .message(let id): "b" + Base32.text(id.rawValue)
        case .invitation(let id): "a" + Base32.text(id.rawValue)
        case .optOut(let id, .invitations): "i" + Base32.text(id.rawValue)
        case .optOut(let id, .letters): "l" + Base32.text(id.rawValue)
        }
    }

    /// The one way of writing a number: without zeros before it.
    private static func stem(_ stem: String, _ number: Int64) -> String {
        stem.prefix(1) + Base32.text(number)
    }
}

extension EmailAddress {
    /// The address with something behind its local part.
    func tagged(_ text: String, delimiter: Character) -> EmailAddress {
        let local = self.text.prefix { $0 != "@" }
        return EmailAddress(stored: "\(local)\(delimiter)\(text)@\(domain)")
    }
}

extension Inquiry {
    /// What makes and knows our tags; nothing in a register that has made none yet.
    func postmark(_ office: Office) throws -> Postmark? {
        try ledger.tagKey().map { Postmark(key: $0, digest: office.digest) }
    }
}

extension Deed {
    /// What makes and knows our tags; its key is made when it is first needed.
    func postmark() throws -> Postmark {
        if let postmark = try inquiry.postmark(office) { return postmark }
        let key = office.chance.bytes(32)
        try ledger.insert(tagKey: key, at: now)
        return Postmark(key: key, digest: office.digest)
    }

    /// Where answers to an invitation go, if it is one whose address has a tag (ICS-6).
    func answerAddress(of invitation: Invitation) throws -> EmailAddress? {
        guard invitation.tagged, let tags = office.letterhead?.tags else { return nil }
        return try postmark().address(
            tags.answers, .invitation(invitation.id), delimiter: tags.delimiter)
    }
}

extension Office {
    /// MAIL FROM of a mail: where reports about it come back to (BNC-1).
    func envelopeSender(of message: Message.ID, by postmark: Postmark) -> EmailAddress? {
        letterhead?.tags.map {
            postmark.address($0.bounces, .message(message), delimiter: $0.delimiter)
        }
    }
}
