import Testing

@testable import ConveneCommands

/// What the terminal says of an event that is postponed.
@Suite struct PostponementTests {
    @Test func `new dates of a postponed event say when they are told`() async throws {
        let session = try await TerminalSession.withEvent()
        let sentence = "told when it is opened again with “convene event open kyiv”."
        let moved = await session.run("event edit kyiv --dates 2011-10-10/2011-10-14")
        _ = await session.run("event postpone kyiv --yes")

        let dated = await session.run("event edit kyiv --dates 2011-11-07/2011-11-11")

        #expect(dated.code == 0)
        #expect(dated.output.contains(sentence) || dated.error.contains(sentence))
        #expect(!moved.output.contains(sentence))
    }
}
