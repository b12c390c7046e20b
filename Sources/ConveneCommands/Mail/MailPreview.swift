import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports
import FoundationEssentials

struct MailPreview: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show a mail exactly as it would go, or went.",
        discussion: """
            convene mail preview M12                            a mail of the outbox
            convene mail preview EVENT PERSON                   the invitation that somebody would get
            convene mail preview EVENT PERSON --purpose thanks  or another mail
            convene mail preview EVENT PERSON --out mails       all of them, as .eml and .html

            An .eml is the whole message, for a mail program; an .html is for a browser.
            """)

    @Argument(help: "A mail's number; or an event and a person.") var what: [String]
    @Option(help: "Which mail.") var purpose: Message.Purpose?
    @Option(
        help: ArgumentHelp(
            "Write .eml and .html into a folder: of one mail, or of every purpose.",
            valueName: "folder"))
    var out: String?
    @Option(help: ArgumentHelp("Write the whole message to a file.", valueName: "file"))
    var eml: String?
    @Option(help: ArgumentHelp("Write its HTML to a file.", valueName: "file")) var html: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard (1...2).contains(what.count) else {
            throw ValidationError("Name a mail, or an event and a person.")
        }
        guard purpose == nil || what.count == 2 else {
            throw ValidationError("--purpose goes with an event and a person.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        if what.count == 1 {
            let id = try Reading.message(what[0])
            return try show(try await room.draft(of: id), as: id.text, on: terminal)
        }
        let all = out != nil && purpose == nil
        for purpose in all ? Message.Purpose.allCases : [purpose ?? .invitation] {
            let draft = try await room.draft(
                of: purpose, about: try Code(what[0]), for: PersonMention(what[1]))
            try show(draft, as: purpose.rawValue, on: terminal)
        }
    }

    private func show(_ draft: MailDraft, as name: String, on terminal: Terminal) throws {
        terminal.write(LetterView.of(draft.letter, to: draft.address.text), to: .output)
        if let eml { try FileText.write(draft.bytes, to: eml) }
        if let html { try FileText.write(Array(draft.letter.html.utf8), to: html) }
        guard let out else { return }
        try FileText.makeFolder(out)
        try FileText.write(draft.bytes, to: "\(out)/\(name).eml")
        try FileText.write(Array(draft.letter.html.utf8), to: "\(out)/\(name).html")
    }
}

/// A letter as the terminal shows it.
enum LetterView {
    static func of(_ letter: Letter, to address: String) -> String {
        var text = "To: \(address)\nSubject: \(letter.subject)\n"
        if let calendar = letter.calendar { text += "Calendar: \(calendar.method.rawValue)\n" }
        for file in letter.attachments { text += "Attached: \(file.name)\n" }
        return (text + "\n" + letter.plain + "\n").displayedLines
    }
}

extension String {
    /// The text with everything taken out that could drive a terminal.
    fileprivate var displayedLines: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter {
                    $0 == "\n" || !($0.value < 0x20 || (0x7F...0x9F) ~= $0.value)
                }))
    }
}

/// How commands write a file of their own.
enum FileText {
    /// - Throws: `file.unwritable`.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
            throw Problem(
                .fileUnwritable,
                "\(path) can't be written: check that its folder is there and has room.")
        }
    }

    /// - Throws: `file.unwritable`.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Problem(
                .fileUnwritable,
                "The folder \(path) can't be made: check its name, and that it is no file.")
        }
    }
}
