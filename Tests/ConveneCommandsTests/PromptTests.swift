import ConveneReports
import Testing

@testable import ConveneCommands

@Suite struct PromptTests {
    @Test func `what is missing is asked for, one thing after the other`() async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run(
            "register kyiv", answers: ["Aigul", " Seitova ", "female", "KZ", "aigul@example.org"])

        #expect(outcome.code == 0)
        #expect(
            outcome.error == """
                Given name: Family name: Gender (female, male, other, undisclosed): \
                Country: E-mail: 
                """)
        let list = await session.run("registration list kyiv --format tsv").output
        #expect(list.contains("Aigul Seitova\tfemale\tKZ"))
        #expect(list.contains("confirmed"))
    }

    @Test func `what was said is not asked for`() async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run(
            "register kyiv --given Aigul --family Seitova --gender female --country KZ",
            answers: ["aigul@example.org"])

        #expect(outcome.code == 0)
        #expect(outcome.error == "E-mail: ")
    }

    @Test func `an unknown event is said before anything is asked`() async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run("register nowhere", answers: ["Aigul"])

        #expect(outcome.code == 3)
        #expect(!outcome.error.contains("Given name"))
    }

    @Test func `nothing is asked where nobody can answer`() async throws {
        let session = try await TerminalSession.withEvent()

        let outcome = await session.run("register kyiv")

        #expect(outcome.code == 2)
        #expect(outcome.error == "convene: Say both names: --given Aigul --family Seitova.\n")
    }

    @Test(arguments: [([], 0), (["n"], 0), (["y"], 2), (["yes"], 2), (["да"], 2), (["oui"], 2)])
    func `mail leaves after a yes`(answers: [String], mails: Int) async throws {
        let session = try await TerminalSession.withEvent()
        for name in ["Ada", "Grace"] {
            _ = await session.run(
                "nominate kyiv --given \(name) --family Example --email \(name)@example.org")
        }

        let outcome = await session.run("invite kyiv", answers: answers)

        #expect(outcome.code == 0)
        #expect(outcome.error.hasPrefix("Invite 2 people to kyiv and send the mails now? [y/N]: "))
        #expect(outcome.output.contains("2 mails sent.") == (mails == 2))
        let queue = await session.run("mail queue --format tsv").output
        #expect(queue.split(separator: "\n").count == (mails == 0 ? 1 : mails + 1))
    }

    @Test func `--yes and a pipe ask nothing`() async throws {
        let session = try await TerminalSession.withEvent()
        _ = await session.run("nominate kyiv --given Ada --family Example --email a@example.org")
        _ = await session.run("nominate kyiv --given Alan --family Example --email b@example.org")

        let said = await session.run("invite kyiv --to P1 --yes", answers: [])
        let piped = await session.run("invite kyiv --to P2")

        #expect(!said.error.contains("[y/N]"))
        #expect(said.output.contains("1 mail sent."))
        #expect(piped.error == "")
        #expect(piped.output.contains("1 mail sent."))
    }
}

@Suite struct PipeTests {
    @Test func `colours come on a terminal only`() async throws {
        let world = try await DemoWorld.shared()
        let command = "stats kyiv-2011-training --by country"

        let piped = await world.run(command)
        let shown = await world.session.run(
            command, screen: Screen(width: 100, isTerminal: true, colours: true))

        #expect(!piped.output.contains("\u{1B}"))
        #expect(shown.output.contains("\u{1B}[1m"))
    }

    @Test func `progress is shown to people, never in a pipe`() async throws {
        let session = try await TerminalSession.withEvent()
        let list = try session.write(
            "given_name,family_name\n" + (1...20).map { "Guest,N\($0)\n" }.joined(), to: "l.csv")

        let shown = await session.run("nominate kyiv --from \(list)", answers: [])
        let piped = await session.run("person import \(list) --on-probable known")

        #expect(shown.error.contains("Entering"))
        #expect(shown.error.contains("20 of 20"))
        #expect(shown.error.hasSuffix("\r\u{1B}[K"))
        #expect(piped.error == "")
    }
}
