import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports
import FoundationEssentials

struct MailPreview: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show a mail exactly as it would go, or went.",
        discussion: """
            convene mail preview M12                     a mail of the outbox
            convene mail preview EVENT PERSON            the invitation that somebody would get
            convene mail preview M12 --eml mail.eml      the whole message, for a mail program
            """)

    @Argument(help: "A mail's number; or an event and a person.") var what: [String]
    @Option(help: ArgumentHelp("Write the whole message to a file.", valueName: "file"))
    var eml: String?
    @Option(help: ArgumentHelp("Write its HTML to a file.", valueName: "file")) var html: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard (1...2).contains(what.count) else {
            throw ValidationError("Name a mail, or an event and a person.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let draft =
            what.count == 1
            ? try await room.draft(of: try Reading.message(what[0]))
            : try await room.draft(ofInvitationTo: try Code(what[0]), for: PersonMention(what[1]))
        terminal.write(LetterText.of(draft.letter, to: draft.address.text), to: .output)
        if let eml { try FileText.write(draft.bytes, to: eml) }
        if let html { try FileText.write(Array(draft.letter.html.utf8), to: html) }
    }
}

/// A letter as the terminal shows it.
enum LetterText {
    static func of(_ letter: Letter, to address: String) -> String {
        var text = "To: \(address)\nSubject: \(letter.subject)\n"
        if let calendar = letter.calendar { text += "Calendar: \(calendar.method.rawValue)\n" }
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
}
