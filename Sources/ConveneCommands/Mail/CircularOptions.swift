import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports
import FoundationEssentials

/// A word of the organiser's own, for mails whose text is the templates': whoever writes a text of
/// their own has said it there.
struct NoteOption: ParsableArguments {
    @Option(help: "A word of your own, put into each mail.") var note: String = ""
}

/// What every command that writes to several people at once takes and does: a plan, samples, a
/// question, the queue, and the sending (BOX-11).
struct CircularOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file that goes with each mail. Repeatable.", valueName: "file"),
        completion: .file())
    var attach: [String] = []
    @Flag(help: "Show who would get what, and who nothing and why, and queue nothing.")
    var dryRun = false
    @Flag(help: "Queue the mails and send them later.") var queue = false
    @Flag(name: [.long, .customShort("y")], help: "Don't ask before sending.") var yes = false
    @OptionGroup var output: OutputOptions

    /// How a command speaks of what it sends.
    struct Words {
        /// What is done to how many: “Invite 3 people to kyiv-2011”.
        let question: (_ people: String) -> String
        /// What is in the queue then: “invitation”, “invitations”.
        let one: String
        let many: String
    }

    /// - Returns: whether anything was queued.
    @discardableResult
    func run(
        _ matter: Circular.Matter, at event: Code, _ words: Words, note: String = "",
        in premises: Premises,
        on terminal: Terminal, before: () async throws -> Void = {}
    ) async throws -> Bool {
        let room = premises.office.postRoom(premises.actor)
        let circular = try Circular(
            matter, note: note, attachments: try attach.map(FileToAttach.read))
        let plan = try await room.plan(circular, at: event)
        guard !dryRun else {
            try await show(plan, samples: room.sample(circular, at: event), on: terminal)
            return false
        }
        if plan.count == 0 {
            guard let done = plan.doneAlready else { throw Problem.nobodyToInvite(plan) }
            try await before()
            terminal.say(done)
            return false
        }
        // A mail that has nowhere to go is better refused before anything is queued.
        let mailer = queue ? nil : try await premises.mailer()
        let question = words.question(plan.count.of("person", "people"))
        guard terminal.confirm(question + (queue ? "?" : " and send the mails now?"), unless: yes)
        else {
            terminal.say("Nothing was queued.")
            return false
        }
        try await before()
        let queued = try await room.queue(circular, at: event)
        terminal.say("\(queued.count.of(words.one, words.many)) to \(event) queued.")
        if let mailer { try await premises.send(by: mailer, event: event, on: terminal) }
        return true
    }

    /// The plan, and on the screen the first letters as they would be.
    private func show(_ plan: InvitationPlan, samples: [LetterSample], on terminal: Terminal) {
        output.show(plan.report, on: terminal)
        guard output.format == .table else { return }
        for sample in samples {
            terminal.say("")
            terminal.write(
                LetterView.of(sample.letter, to: sample.line.person.address?.text ?? ""),
                to: .output)
        }
    }
}

/// A file that is to go with a mail.
enum FileToAttach {
    /// - Throws: `attachment.invalid`.
    static func read(_ path: String) throws -> AttachedFile {
        let url = URL(filePath: path)
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        // What is far too large is not even read.
        guard let size, size <= 10 * AttachedFile.limit, let data = try? Data(contentsOf: url)
        else {
            guard let size, size > AttachedFile.limit else {
                throw Problem(
                    .attachmentInvalid,
                    "There is no file \(path) that can be read: check its name and its place.")
            }
            throw Problem(
                .attachmentInvalid,
                "\(path) is far too large for a mail: send a link to it instead.")
        }
        return try AttachedFile(name: url.lastPathComponent, bytes: Array(data))
    }
}
