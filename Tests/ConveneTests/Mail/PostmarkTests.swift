import ConveneTestSupport
import Crypto
import Testing

@testable import Convene

@Suite struct PostmarkTests {
    private static let key = [UInt8](repeating: 7, count: 32)
    private let postmark = mark(key)

    private static func mark(_ key: [UInt8]) -> Postmark {
        Postmark(key: key) { Array(SHA256.hash(data: $0)) }
    }

    @Test(arguments: [
        AddressTag.message(Message.ID(1)), .message(Message.ID(1_000_000)),
        .invitation(Invitation.ID(1)), .invitation(Invitation.ID(.max >> 3)),
    ])
    func `a tag is known again wherever it stands (BNC-1, ICS-6)`(tag: AddressTag) {
        let address = postmark.address(
            EmailAddress(stored: "bounces@example.org"), tag, delimiter: "+")

        #expect(postmark.tags(in: address.text) == [tag])
        #expect(postmark.tags(in: "Return-Path: <\(address.text.uppercased())>") == [tag])
        #expect(postmark.tags(in: "SRS0=ab=cd=\(address.text)@example.net") == [tag])
        #expect(throws: Never.self) { try EmailAddress(address.text) }
    }

    @Test func `a tag of 128 bits names nobody and fits into an address (BNC-1, ENV-9)`() {
        let text = postmark.text(.message(Message.ID(12)))

        #expect(text == "bm" + text.suffix(26))
        #expect(Postmark.hasRoom(in: EmailAddress(stored: "workshops.and.trainings@example.org")))
        #expect(
            !Postmark.hasRoom(
                in: EmailAddress(stored: "a-name-of-thirty-characters-xx@example.org")))
    }

    @Test func `no other letter, number or key makes the same tag`() {
        let text = postmark.text(.message(Message.ID(12)))
        let others = text.indices.map { index in
            let other: Character = text[index] == "q" ? "w" : "q"
            return text.replacingCharacters(at: index, by: other)
        }

        for other in others + [
            "a" + text.dropFirst(), "ba" + text.dropFirst(), String(text.dropLast()),
        ] {
            #expect(postmark.tags(in: "bounces+\(other)@example.org") == [], "\(other)")
        }
        #expect(Self.mark([UInt8](repeating: 8, count: 32)).tags(in: "b+\(text)@example.org") == [])
    }

    @Test func `the key is made once, at random, and stays`() async throws {
        let worlds = [
            try await World.withSentInvitations().1,
            try await World.withSentInvitations().1,
        ]

        let senders = worlds.map { $0.parcels.first?.sender.text }

        #expect(senders[0] == senders[1], "the same chance makes the same key")
        #expect(senders[0]?.hasPrefix("bounces+b") == true)
    }

    @Test func `a text full of words like tags costs no more than a hundred looks`() {
        let word = String(repeating: "a", count: 30)
        let text =
            String(repeating: word + " ", count: 1000) + postmark.text(.message(Message.ID(1)))

        #expect(postmark.tags(in: text) == [])
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, by other: Character) -> String {
        String(self[..<index]) + String(other) + String(self[self.index(after: index)...])
    }
}
