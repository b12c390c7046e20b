import Convene
import ConveneTestSupport
import Foundation
import Testing

/// `Errors.md` against what is really said: hledger's catalogue of errors, in one table.
@Suite struct ErrorsTests {
    /// Codes that the rules alone can't lead to, with the suite that brings them about.
    private static let elsewhere: [Problem.Code: String] = [
        .settingInvalid: "MailRouteTests", .templateFaulty: "TemplateTests",
        .fileExists: "SQLiteBackupTests", .fileUnwritable: "SQLiteStoreOpeningTests",
        .registerForeign: "SQLiteStoreOpeningTests", .registerNewer: "SQLiteStoreOpeningTests",
        .registerCorrupt: "SQLiteStoreOpeningTests", .registerReadOnly: "SQLiteStoreOpeningTests",
        .registerBusy: "SQLiteStoreWritingTests", .registerFull: "SQLiteStoreWritingTests",
        .listUnreadable: "SheetReaderRefusalTests", .listEmpty: "SheetReaderRefusalTests",
        .listNobodyToAsk: "TerminalRefusalTests", .dayInvalid: "TerminalRefusalTests",
        .invitationNobody: "TerminalRefusalTests",
        .mailServer: "TerminalRefusalTests", .doctorFound: "TerminalRefusalTests",
        .mailRehearsal: "TerminalRefusalTests", .registerClock: "TerminalRefusalTests",
        .mailboxNotSet: "TerminalRefusalTests", .mailboxUnreadable: "MailFilesTests",
        .mailPartly: "EndToEndTests.MailTests", .outputLost: "EndToEndTests.PipeTests",
    ]

    /// The second lock: whoever has no address is left out of every plan before a letter is written.
    private static let unreachable: Set<Problem.Code> = [.personNoAddress]

    @Test(arguments: Problem.Code.allCases)
    func `every code stands in Errors.md, under its kind`(code: Problem.Code) throws {
        let catalogue = try Catalogue()

        #expect(catalogue.section(of: code) == code.kind.heading)
    }

    @Test(arguments: Problem.Code.allCases)
    func `every code is brought about here or elsewhere`(code: Problem.Code) {
        let places = [
            RefusalCase.all.contains { $0.code == code }, Self.elsewhere[code] != nil,
            Self.unreachable.contains(code),
        ]

        #expect(places.count { $0 } == 1)
    }

    @Test(arguments: RefusalCase.all)
    func `the sentence in Errors.md is the one that is said`(refusal: RefusalCase) async throws {
        let world = try await World(founded: refusal.code != .registerMissing)
        let catalogue = try Catalogue()

        let problem = await expect(refusal: refusal.code) { try await refusal.act(world) }

        #expect(catalogue.example(of: refusal.code) == problem?.message)
    }
}

extension Problem.Kind {
    /// The heading of its section in `Errors.md`.
    fileprivate var heading: String {
        switch self {
        case .refused: "## Refused: exit code 2"
        case .notFound: "## Not found: exit code 3"
        case .conflict: "## In conflict with what the register holds: exit code 4"
        case .partly: "## Partly done: exit code 5"
        }
    }
}

/// `Errors.md`, read line by line: headings, and rows of code, example and remedy.
private struct Catalogue {
    private var rows: [String: (section: String, example: String)] = [:]

    init(source: String = #filePath) throws {
        let root = source.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
            .joined(separator: "/")
        let path = root + "/Sources/Convene/Documentation.docc/Errors.md"
        var section = ""
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("## ") { section = String(line) }
            // A bar within a cell is written \|.
            let cells = line.replacing("\\|", with: "\u{0}").split(separator: "|")
                .map { $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
            let code = cells[0].replacing("`", with: "")
            rows[code] = (section, cells[1])
        }
    }

    func section(of code: Problem.Code) -> String? { rows[code.rawValue]?.section }
    func example(of code: Problem.Code) -> String? { rows[code.rawValue]?.example }
}
