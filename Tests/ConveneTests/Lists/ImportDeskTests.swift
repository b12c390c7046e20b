import Convene
import ConveneTestSupport
import Foundation
import Testing

@Suite struct ImportDeskTests {
    private static let list = """
        given_name,family_name,email
        Ada,Example,ada@example.org
        Grace,Example,grace@example.org
        """

    @Test func `a list that is undone leaves nothing behind`() async throws {
        let world = try await World()
        try await world.event()
        let batch = try await nominate(Self.list, in: world)

        let undone = try await world.imports.undo(batch)

        #expect(undone.registrations.count == 2)
        #expect(undone.people.count == 2)
        #expect(try await world.registrations.list(.kyiv).isEmpty)
        #expect(try await world.people.list(country: nil).isEmpty)
        #expect(try await world.imports.batches().first?.undoneAt != nil)
        #expect(try await world.audit.verify() > 0)
        await expect(refusal: .importUndone) { try await world.imports.undo(batch) }
    }

    @Test func `an undone list can be imported again`() async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.imports.undo(try await nominate(Self.list, in: world))

        _ = try await nominate(Self.list, in: world)

        #expect(try await world.registrations.list(.kyiv).count == 2)
    }

    @Test func `whoever was known before, or is elsewhere by now, stays`() async throws {
        let world = try await World()
        try await world.event()
        try await world.event(.baku)
        _ = try await world.people.enter(
            .reading("given_name,family_name,email\nAda,Example,ada@example.org"), ListOptions())
        let batch = try await nominate(Self.list, in: world)
        _ = try await world.registrations.enter(
            [PersonMention("grace@example.org")], at: .baku, as: .nominated, role: .participant)

        let undone = try await world.imports.undo(batch)

        #expect(undone.people.isEmpty)
        #expect(undone.staying.count == 1)
        #expect(try await world.people.list(country: nil).count == 2)
        #expect(try await world.registrations.list(.kyiv).isEmpty)
        #expect(try await world.registrations.list(.baku).count == 1)
    }

    @Test func `where somebody has been invited since, the list stays whole`() async throws {
        let world = try await World()
        try await world.event()
        let batch = try await nominate(Self.list, in: world)
        try await world.invite(.people([PersonMention("ada@example.org")]))
        _ = try await world.deliver(by: RecordingMailer.willing())

        let problem = await expect(refusal: .importKept) { try await world.imports.undo(batch) }

        #expect(problem?.details == ["Ada Example has been invited."])
        #expect(try await world.registrations.list(.kyiv).count == 2)
    }

    @Test func `a mail that has not left goes with the list`() async throws {
        let world = try await World()
        try await world.event()
        let batch = try await nominate(Self.list, in: world)
        try await world.invite(.people([PersonMention("ada@example.org")]))

        _ = try await world.imports.undo(batch)

        let mailer = RecordingMailer.willing()
        _ = try await world.deliver(by: mailer)
        #expect(mailer.recipients.isEmpty)
    }

    @Test func `the book of lists says what each line became`() async throws {
        let world = try await World()
        try await world.event()
        let batch = try await nominate(Self.list, in: world)

        let file = try await world.imports.file(batch)

        #expect(file.event?.code == .kyiv)
        #expect(file.lines.map(\.entry.line) == [2, 2, 3, 3])
        #expect(
            file.lines.map(\.name) == [
                "Ada Example", "Ada Example", "Grace Example", "Grace Example",
            ])
        await expect(refusal: .importUnknown) { try await world.imports.file(.init(99)) }
    }

    @Test func `what was said of a column is remembered for the next list of that layout`()
        async throws
    {
        let world = try await World()
        try await world.event()
        let first = "Имя,Фамилия,Делегация\nАйгуль,Сеитова,Музей истории"
        let next = "Имя,Фамилия,Делегация\nАни,Петросян,Союз художников"
        await expect(refusal: .listHeadings) { try await nominate(first, in: world) }
        _ = try await nominate(first, in: world, map: ["Делегация": "organisation"])

        _ = try await nominate(next, in: world)

        let organisations = try await world.registrations.list(.kyiv).map(\.organisation)
        #expect(Set(organisations) == ["Музей истории", "Союз художников"])
        let unclear = try await world.imports.unclear(
            in: .reading(next), of: PersonField.self)
        #expect(unclear.isEmpty)
    }

    @discardableResult
    private func nominate(_ text: String, in world: World, map: [String: String] = [:])
        async throws -> ImportBatch.ID
    {
        let report = try await world.registrations.enter(
            .reading(text), at: .kyiv, as: .nominated, ListOptions(map: map))
        return try #require(report.batch)
    }
}
