import Convene
import ConveneTestSupport
import Testing

/// Letters that an officer writes, and files that go with mail.
@Suite struct WrittenLetterTests {
    /// Ada is confirmed and attended, Grace is nominated, Alan declined, Jean has no address.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.nominate(.grace, .alan, .jean)
        try await world.move(.alan, to: .declined)
        try await world.mark(.ada, sessions: [1])
        return world
    }

    private func circular(
        _ body: String = "Bring your passport.", to selection: LetterSelection = .all,
        _ attachments: [AttachedFile] = []
    ) throws -> Circular {
        try Circular(
            .letter(LetterText(subject: "Visas", body: body, source: "visas.txt"), selection),
            attachments: attachments)
    }

    @Test(arguments: [
        (LetterSelection.all, ["Ada", "Grace"]), (.standing(.declined), ["Alan"]),
        (.standing(.confirmed), ["Ada"]), (.attended, ["Ada"]), (.completed, []),
        (.people([.grace, .grace]), ["Grace"]), (.people([.jean]), []),
    ])
    func `a letter goes to whom it is meant for`(selection: LetterSelection, names: [String])
        async throws
    {
        let world = try await world()

        let plan = try await world.post.queue(circular(to: selection), at: .kyiv)

        #expect(plan.lines.filter { $0.verdict == .invite }.map(\.person.name.given) == names)
        #expect(try await world.outbox().map(\.purpose) == names.map { _ in .letter })
    }

    @Test func `the same letter twice goes once, another goes (BOX-1)`() async throws {
        let world = try await world()
        let attachment = try AttachedFile(name: "map.pdf", bytes: [1, 2, 3])

        let first = try await world.post.queue(circular(), at: .kyiv)
        let again = try await world.post.queue(circular(), at: .kyiv)
        let other = try await world.post.queue(circular("…", to: .all, [attachment]), at: .kyiv)

        #expect([first.count, again.count, other.count] == [2, 0, 2])
        #expect(again.lines.count { $0.verdict == .hadAlready } == 2)
        #expect(try await world.mail(to: .ada).count == 2)
    }

    @Test func `who wants no letters gets none, and still hears of their seat (UNS-7)`()
        async throws
    {
        let world = try await world()
        try await world.post.optOut(.ada, of: .letters)

        let plan = try await world.post.plan(circular(), at: .kyiv)
        let moved = try await world.registrations.move(
            [.ada], at: .kyiv, to: .withdrawn, reason: "", telling: true)
        try await world.deliver()

        #expect(plan.lines.first { $0.person.name.given == "Ada" }?.verdict == .suppressed)
        #expect(moved.mails == 1)
        #expect(try await world.mail(to: .ada) == ["cancellation sent"])
    }

    @Test func `a file is kept once, and goes with every mail`() async throws {
        let world = try await world()
        let file = try AttachedFile(name: "Программа.pdf", bytes: Array("%PDF-1.4".utf8))

        _ = try await world.post.queue(circular("One", to: .all, [file]), at: .kyiv)
        _ = try await world.post.queue(circular("Two", to: .all, [file]), at: .kyiv)

        var kept: Set<AttachedFile.ID> = []
        for message in try await world.outbox() {
            let files = try await world.post.file(message.id).content?.letter.attachments ?? []
            #expect(files.map(\.name) == ["Программа.pdf"])
            #expect(files.map(\.bytes) == [file.bytes])
            kept.formUnion(files.map(\.id))
        }
        #expect(kept.count == 1)
    }

    @Test func `what went to a forgotten person alone is forgotten with them`() async throws {
        let world = try await world()
        let visa = try AttachedFile(name: "visa.pdf", bytes: [7])
        _ = try await world.post.queue(circular("Visa", to: .people([.ada]), [visa]), at: .kyiv)

        _ = try await world.people.erase(.ada)
        let other = try await world.post.queue(
            circular("Visa", to: .people([.grace]), [visa]), at: .kyiv)

        #expect(other.count == 1)
        let message = try #require(try await world.outbox().last)
        let files = try await world.post.file(message.id).content?.letter.attachments
        #expect(files?.map(\.bytes) == [[7]])
    }

    @Test(arguments: [
        ("../../etc/Programme.pdf", "Programme.pdf"), ("C:\\files\\a.pdf", "a.pdf"),
        ("a\r\nBcc: x@example.org", "aBcc x@example.org"), (" п\u{202E}fdp.exe ", "пfdp.exe"),
    ])
    func `a file has a name that can't leave its folder or its header (MSG-5)`(
        written: String, name: String
    ) throws {
        #expect(try AttachedFile(name: written, bytes: [1]).name == name)
    }

    @Test func `files have their limits (ENV-19)`() async throws {
        let large = [UInt8](repeating: 0, count: 4_000_000)
        let two = try ["a.pdf", "b.pdf"].map { try AttachedFile(name: $0, bytes: large) }

        await expect(refusal: .attachmentInvalid) { try Circular(.thanks, attachments: two) }
        await expect(refusal: .attachmentInvalid) { try AttachedFile(name: "a.pdf", bytes: []) }
        await expect(refusal: .attachmentInvalid) { try AttachedFile(name: "/", bytes: [1]) }
        await expect(refusal: .attachmentInvalid) {
            try AttachedFile(name: "a.pdf", bytes: large + large)
        }
    }
}
