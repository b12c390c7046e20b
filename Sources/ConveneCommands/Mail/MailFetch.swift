import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailFetch: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Read what came back: answers, bounces, complaints.",
        discussion: """
            convene mail fetch                      the mailbox of convene.yaml
            convene mail fetch --dry-run            what would follow, nothing written
            convene mail fetch --from Maildir       a Maildir, an mbox, or one mail
            convene mail fetch --from - <mail.eml   one mail, from a server's pipe

            Answers from calendars are followed, mail that did not arrive is marked as failed, and \
            addresses that do not exist get no more. What is for you to read stands in \
            "convene mail incoming --open". Each mail is followed once, however often it is read; \
            nothing in the mailbox is deleted, moved or marked.

            In a mail server's pipe, write "convene mail fetch --from - || exit 75": it tries \
            again later then, when the register can't be written to.
            """)

    @Option(
        help: ArgumentHelp("Where to read, in place of mailbox.url.", valueName: "url|path|-"),
        completion: .file())
    var from: String?
    @Flag(help: "Show what would follow, and write nothing.") var dryRun = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let mailbox = try await premises.mailbox(from)
        let progress = Progress("Reading", on: terminal)
        let report: FetchReport
        do {
            report = try await premises.office.inTray(premises.actor).fetch(
                from: mailbox, reading: premises.mailReader, isTrial: dryRun,
                progress: progress.show)
            progress.end()
        } catch {
            progress.end()
            throw error
        }
        output.show(Self.report(report, isTrial: dryRun), on: terminal)
    }

    private static func report(_ fetched: FetchReport, isTrial: Bool) -> Report {
        var report = MailIncomingList.report(fetched.lines, isNumbered: !isTrial)
        report.empty = "No new mail."
        var notes: [String] = []
        if !fetched.lines.isEmpty {
            let kinds = Dictionary(grouping: fetched.lines, by: \.incoming.kind)
            let counts = Incoming.Kind.allCases.compactMap { kind in
                kinds[kind].map { "\($0.count) \(kind.rawValue)" }
            }
            notes.append(
                "\(fetched.lines.count.of("mail", "mails")) read: \(counts.joined(separator: ", "))."
            )
        }
        if fetched.known > 0 {
            notes.append("\(fetched.known.of("mail was", "mails were")) read before.")
        }
        if isTrial { notes.append("Nothing was written.") }
        report.notes = notes
        return report
    }
}
