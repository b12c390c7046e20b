import Convene
import ConveneSheets
import Foundation
import Testing

@testable import ConveneCommands

@Suite struct SheetFileTests {
    @Test(arguments: ["xlsx", "csv", "tsv"])
    func `an attendance sheet goes out, and comes back filled in`(ending: String) async throws {
        let session = try await Self.session()
        let out = session.folder.appending(path: "sheet.\(ending)").path

        let written = await session.run("attendance sheet kyiv --out \(out)")

        #expect(written.output == "2 people in sheet.\(ending).\n")
        let blank = try SheetReader().read(out)
        #expect(
            blank.headings.prefix(2) == (ending == "xlsx" ? ["No.", "Name"] : ["person", "name"]))
        #expect(blank.rows.count == 2)
        let filled = try session.write(
            "No.,1: 2011-10-03,2: 2011-10-04\nP1,p,present\nP2,absent,e\n", to: "filled.csv")
        #expect(
            await session.run("attend kyiv --from \(filled)").output == "4 marks at 2 sessions.\n")
        let log = await session.run("attendance list kyiv --format tsv").output
        #expect(log.split(separator: "\n").count == 5)
        #expect(log.contains("excused"))
    }

    @Test func `a sheet to sign has an empty field for each session`() async throws {
        let session = try await Self.session()
        let out = session.folder.appending(path: "sign.xlsx").path

        _ = await session.run("attendance sheet kyiv --sign --out \(out)")

        let sheet = try SheetReader().read(out)
        #expect(sheet.headings.count { $0.hasPrefix("Signature") } == 5)
        #expect(sheet.rows.map { $0.cells[1] } == ["EXAMPLE Ada", "EXAMPLE Grace"])
    }

    @Test func `a faulty list goes back with what is wrong in each row`() async throws {
        let session = try await Self.session()
        let list = try session.write(
            "given_name,family_name,country\nMarta,Lind,SE\nEva,,Atlantis\n", to: "list.csv")
        let out = session.folder.appending(path: "faults.xlsx").path

        let outcome = await session.run("nominate kyiv --from \(list) --faults \(out)")

        #expect(outcome.code == 2)
        let sheet = try SheetReader().read(out)
        #expect(sheet.headings.last == "What is wrong")
        #expect(sheet.rows.map { $0.cells[0] } == ["Marta", "Eva"])
        #expect(sheet.rows[0].cells[3] == "")
        #expect(sheet.rows[1].cells[3].contains("family_name: The family name is missing."))
        #expect(sheet.rows[1].cells[3].contains("Atlantis"))
    }

    @Test func `a list with a warning goes in, and out again to be looked at`() async throws {
        let session = try await Self.session()
        let list = try session.write(
            "given_name,family_name,email\nMarta,Lind,marta@yaho.com\n", to: "list.csv")
        let out = session.folder.appending(path: "faults.csv").path

        let outcome = await session.run("nominate kyiv --from \(list) --faults \(out)")

        #expect(outcome.code == 0)
        let sheet = try SheetReader().read(out)
        #expect(
            sheet.rows.map(\.cells.last) == [
                "email: yaho.com may be a slip for yahoo.com: ask for the right address."
            ])
    }

    @Test func `the encoding of a list can be named, and is one of those that there are`()
        async throws
    {
        let session = try await Self.session()
        let list = session.folder.appending(path: "list.csv")
        try Data(
            [0xEE, 0xCD, 0xD1, 0x3B, 0xE6, 0xC1, 0xCD, 0xC9, 0xCC, 0xC9, 0xD1, 0x0A]
                + [0xE0, 0xCC, 0xC9, 0xD1, 0x3B, 0xE9, 0xD7, 0xC1, 0x0A]
        ).write(to: list)

        let named = await session.run(
            "person import \(list.path) --encoding KOI8-R --map 'Нмя=given_name' --dry-run")
        let unknown = await session.run("person import \(list.path) --encoding ebcdic")

        #expect(named.output.contains("read as KOI8-R, semicolons"))
        #expect(named.output.contains("given name Юлия"))
        #expect(unknown.code == 64)
        for encoding in Sheet.Encoding.allCases { #expect(unknown.error.contains(encoding.name)) }
    }

    @Test(arguments: [
        ("event", "Code,Kind,Naming\nx,seminar,Museums\n", "Code,Kind,Naming\ny,visit,Roads\n"),
        ("programme", "Code,Naming\nx,Museums\n", "Code,Naming\ny,Roads\n"),
        (
            "plan", "Year,No.,Naming\n2021,1,Museums\n", "Year,No.,Naming\n2021,2,Roads\n"
        ),
    ])
    func `the columns of every list are asked for, and remembered`(
        noun: String, first: String, next: String
    ) async throws {
        let session = try await Self.session()
        let list = try session.write(first, to: "plan.csv")
        let another = try session.write(next, to: "plan2.csv")
        let more = noun == "plan" ? "--programme plan" : ""

        let refused = await session.run("\(noun) import \(list)")
        let asked = await session.run("\(noun) import \(list)", answers: ["name", "title"])
        let piped = await session.run("\(noun) import \(another) \(more)")

        #expect(refused.code == 2)
        #expect(asked.error.contains("What is the column “Naming” (“Museums”)?"))
        #expect(asked.error.contains("“name” is no field of such a list."))
        #expect(asked.code == 0)
        #expect(piped.code == 0, "\(piped.error)")
        #expect(await session.run("\(noun) list").output.contains("Roads"))
    }

    @Test func `what is not understood is asked for at a terminal, and remembered`() async throws {
        let session = try await Self.session()
        let list = try session.write(
            "Имя,Фамилия,Делегация\nАйгуль,Сеитова,Музей истории\n", to: "list.csv")
        let next = try session.write(
            "Имя,Фамилия,Делегация\nАни,Петросян,Музей искусств\n", to: "next.csv")

        let asked = await session.run("nominate kyiv --from \(list)", answers: ["organisation"])
        let piped = await session.run("nominate kyiv --from \(next)")

        #expect(asked.error.contains("What is the column “Делегация” (“Музей истории”)?"))
        #expect(asked.code == 0)
        #expect(piped.code == 0)
        let organisations = await session.run("organisation list --format tsv").output
        #expect(organisations.contains("Музей искусств"))
    }

    private static func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        for name in ["Ada", "Grace"] {
            _ = await session.run("register kyiv --given \(name) --family Example")
        }
        return session
    }
}
