import Convene
import ConveneLetters
import Foundation
import Testing

/// The templates that ship, and the faults in those that an office writes (MSG-13).
@Suite struct TemplateTests {
    @Test(arguments: [
        ("Subject: {{title}}\n\n{{salutation}}\n{{firstname}}\n", 4, "no field “firstname”"),
        ("Subject: {{titel}}\n", 1, "no field “titel”"),
        ("Subject: x\n{{#notes}}a{{/notes}}\n", 2, "no field “notes”"),
        ("Subject: x\n\n{{#note}}\n{{note}}\n", 3, "{{#note}} has no {{/note}}"),
        ("Subject: x\n\n{{#note}}\n{{/dates}}\n", 4, "{{/dates}} stands where {{/note}} should"),
        ("Subject: x\n{{/note}}\n", 2, "{{/note}} closes nothing"),
        ("Subject: x\n\n\n{{title\n", 4, "not closed by }}"),
        ("Subject: x\n{{> footer}}\n", 2, "no part “footer”"),
        ("Subject: x\n{{{title}}}\n", 2, "no field “title”"),
        ("Subject: x\n{{=<% %>=}}\n", 2, "is not used here"),
        ("Subject: x\n{{uppercased(title)}}\n", 2, "no field “uppercased(title)”"),
        ("Dear {{name}}\n", 1, "begins with its subject"),
        ("Subject: x\n\n" + String(repeating: "long line\n", count: 10_000), 10_001, "100 KB"),
    ])
    func `a faulty template is refused by name and line`(
        text: String, line: Int, reason: String
    ) throws {
        let folder = try Folder(["ru/invitation.mustache": text])
        defer { folder.remove() }

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery(folder: folder.path)
        }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.contains("ru/invitation.mustache, line \(line): ") == true)
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "")")
    }

    @Test(arguments: [
        ("ru/words.txt", "day = {dya} {month}\n", "line 1: {dya} has no meaning in “day”"),
        ("ru/words.txt", "list = {list} и {last}\ntimes =\n", "line 2: “times” has no text"),
        ("ru/words.txt", "# x\ntimes = {from}–{to\n", "line 2: a brace in “times” has no other"),
        ("ru/words.txt", "times = from}–{to}\n", "line 1: a brace in “times” has no other"),
        ("ru/words.txt", "times = {{from}}\n", "line 1: a brace in “times” has no other"),
        ("ru/words.txt", "online = в сети}\n", "line 1: a brace in “online” has no other"),
        ("ru/words.txt", "# x\ndays\n", "line 2: write “key = text”"),
        ("ru/words.txt", "daze = x\n", "there is no key “daze”"),
        ("ru/words.txt", "months = a, b\n", "2 months"),
        ("kk/words.txt", "online = онлайн\n", "lacks words that letters need"),
        ("kk/invitation.mustache", "Subject: x\n", "lacks words that letters need"),
        ("ru/invite.mustache", "Subject: x\n", "is the template of no mail"),
        ("russian/invitation.mustache", "Subject: x\n", "not named by a language"),
        ("fr/layout.mustache", "{{{body}}}{{script}}", "no field “script”"),
        ("layout.mustache", "{{{boddy}}}", "no field “boddy”"),
    ])
    func `a faulty file of the office's folder is refused`(
        name: String, text: String, reason: String
    ) throws {
        let folder = try Folder([name: text])
        defer { folder.remove() }

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery(folder: folder.path)
        }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "")")
    }

    /// Texts as they were saved in windows-1251 and as “Unicode”, at a line of theirs.
    @Test(arguments: [
        ("ru/invitation.mustache", Data("Subject: x\n\n".utf8) + [0xCF, 0xF0, 0xE8, 10], 3),
        ("ru/closing.mustache", Data([0xD1, 10]), 1), ("layout.mustache", Data([10, 0xE9]), 2),
        ("fr/words.txt", Data("# mots\r\nonline = en ligne\r\n".utf8) + [0xE9], 3),
        ("ru/words.txt", Data([0xFF, 0xFE, 0x23, 0, 10, 0]), 1),
    ])
    func `a file in another encoding than UTF-8 is refused with its line (MSG-13)`(
        name: String, bytes: Data, line: Int
    ) throws {
        let folder = try Folder([name: bytes])
        defer { folder.remove() }

        let problem = #expect(throws: Problem.self) {
            try Sample.stationery(folder: folder.path)
        }

        #expect(problem?.code == .templateFaulty)
        #expect(problem?.message.contains("\(name), line \(line): ") == true)
        #expect(problem?.message.hasSuffix("save it as UTF-8.") == true)
    }

    @Test func `a folder that is not there is refused`() {
        let problem = #expect(throws: Problem.self) {
            try Sample.stationery(folder: "no/such/folder")
        }

        #expect(problem?.code == .settingInvalid)
    }

    @Test func `the office's own files come before ours, one by one`() throws {
        let folder = try Folder([
            "en/invitation.mustache":
                "\u{FEFF}Subject: Come to {{title}}\r\n\r\n{{name}}\r\n\r\n{{> facts}}\r\n",
            "en/facts.mustache": "| When | {{when}} |\n| Where | {{place}} |\n| Who | {{zone}} |\n",
            "en/words.txt": "fact = {label} – {value}\n",
            "layout.mustache": "<title>{{subject}}</title>{{{body}}}",
        ])
        defer { folder.remove() }
        let stationery = try Sample.stationery(folder: folder.path)

        let letter = try stationery.compose(Sample.occasion())
        let reminder = try stationery.compose(Sample.occasion(.reminder))

        #expect(
            letter.plain == "Aigul Seitova\n\nWhen – 3–7 October 2011\nWhere – Kyiv, Ukraine\n")
        #expect(letter.html.hasPrefix("<title>Come to Role of Museums"))
        #expect(reminder.plain.contains("When – 3–7 October 2011"))
        #expect(reminder.plain.contains("We have not had your answer yet"))
    }

    @Test func `an office can add a language`() throws {
        let english = try shipped("en/words_en.txt")
        let folder = try Folder([
            "kk/words.txt": english.replacing("Dear {name},", with: "Құрметті {name}!"),
            "kk/invitation.mustache": "Subject: Шақыру: {{title}}\n\n{{salutation}}\n",
        ])
        defer { folder.remove() }
        let stationery = try Sample.stationery(folder: folder.path)
        let languages = [try #require(Language("kk")), Language.russian]

        let invitation = try stationery.compose(Sample.occasion(in: languages))
        let reminder = try stationery.compose(Sample.occasion(.reminder, in: languages))

        #expect(invitation.plain == "Құрметті Aigul Seitova!\n")
        #expect(invitation.html.contains("<html lang=\"kk\""))
        #expect(reminder.language == .russian)
    }

    @Test func `every template that lies in the folder ships, in every language`() throws {
        for language in Language.complete {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: shippedFolder.appending(path: language.code).path)

            let letters = Message.Purpose.allCases.map { "\($0.rawValue)_\(language.code)" }
            let expected =
                (letters + ["facts_\(language.code)", "closing_\(language.code)"]
                + (language == .english ? ["layout_en"] : [])).map { $0 + ".mustache" }
                + ["words_\(language.code).txt"]

            #expect(names.sorted() == expected.sorted())
        }
    }

    @Test func `French has its non-breaking spaces and Russian its quotation marks`() throws {
        for purpose in Message.Purpose.allCases {
            let french = try shipped("fr/\(purpose.rawValue)_fr.mustache")
                .split(separator: "\n").joined(separator: "\n")
            let russian = try shipped("ru/\(purpose.rawValue)_ru.mustache")
            let body = french.dropFirst("Subject:".count)

            for sign in [":", ";", "?", "!", "»"] {
                for range in body.ranges(of: sign) {
                    #expect(body[..<range.lowerBound].hasSuffix("\u{A0}"), "\(purpose) \(sign)")
                }
            }
            for range in body.ranges(of: "«") {
                #expect(body[range.upperBound...].hasPrefix("\u{A0}"), "\(purpose)")
            }
            #expect(!body.contains("'") && !body.contains("\"") && !russian.contains("\""))
        }
    }

    private let shippedFolder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Config/templates").standardizedFileURL

    private func shipped(_ name: String) throws -> String {
        try String(contentsOf: shippedFolder.appending(path: name), encoding: .utf8)
    }
}

/// An office's folder of templates, for one test.
struct Folder {
    let path: String

    init(_ files: [String: String]) throws {
        try self.init(files.mapValues { Data($0.utf8) })
    }

    init(_ files: [String: Data]) throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "templates-" + UUID().uuidString)
        for (name, bytes) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
        path = root.path
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
