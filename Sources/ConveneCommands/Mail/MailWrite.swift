import ArgumentParser
import Convene
import ConveneBootstrap
import Foundation

struct MailWrite: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write a letter of your own to people on an event's list.",
        discussion: """
            convene mail write EVENT --to confirmed --subject 'Visas' --text visas.txt --dry-run
            convene mail write EVENT --to P12 P15 --subject 'Your hotel' --text - --attach map.pdf

            The text stands between the salutation and the closing of the templates. It may hold their \
            fields, such as {{name}}, {{dates}} or {{place}}, and {{> facts}} for the table; empty \
            lines part paragraphs. Subject and text may be in any language.
            """)

    @Argument(help: "The event.") var event: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "all, a standing such as confirmed, attended, completed, or people.",
            valueName: "whom"))
    var to: [String]
    @Option(help: "The subject.") var subject: String
    @Option(
        help: ArgumentHelp("The file with the text; - reads what is piped in.", valueName: "file"),
        completion: .file())
    var text: String
    @OptionGroup var circular: CircularOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let code = try Code(event)
        let letter = try LetterText(
            subject: subject, body: try TextFile.read(text),
            source: text == "-" ? "The text" : text)
        try await circular.run(
            .letter(letter, selection), at: code,
            .init(question: { "Write to \($0) of \(code)" }, one: "mail", many: "mails"),
            in: premises, on: terminal)
    }

    private var selection: LetterSelection {
        guard to.count == 1, let word = to.first?.lowercased() else {
            return .people(Reading.people(to))
        }
        switch word {
        case "all": return .all
        case "attended": return .attended
        case "completed": return .completed
        default:
            return Standing(rawValue: word).map { .standing($0) } ?? .people(Reading.people(to))
        }
    }
}

/// A text that somebody wrote for a mail, in UTF-8.
enum TextFile {
    /// - Parameter path: `-` for what is piped in.
    /// - Throws: `value.invalid`.
    static func read(_ path: String) throws -> String {
        let data =
            path == "-"
            ? try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
            : FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: limit + 1) }
        guard let data else {
            throw Problem(
                .valueInvalid, "There is no file \(path) that can be read: check its name.")
        }
        guard data.count <= limit else {
            throw Problem(
                .valueInvalid,
                "\(path) has more than \(limit / 1000) KB, which mail programs cut off: shorten it."
            )
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw Problem(
                .valueInvalid, "\(path) is not a text in UTF-8: save it as one, not as a document.")
        }
        return text
    }

    private static let limit = 100_000
}
