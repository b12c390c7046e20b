import Convene
import ConveneCurl
import FoundationEssentials

extension Checkup {
    /// Whether mail would leave, and be of use where it arrives.
    static func mail(_ premises: Premises) async throws -> [Checkup] {
        let card = try await premises.office.frontDoor(premises.actor).card()
        let held = Checkup(
            name: "outbox", isWell: card.mailHeld == nil,
            finding: card.mailHeld.map { "Held. \($0) “convene mail release” lets it go." }
                ?? "Not held.")
        let route = await route(premises)
        let sender = sender(premises.settings)
        let checks =
            [held, route, sender] + templates(premises) + links(premises.settings.mail)
            + greeting(premises.settings.mail)
        guard route.isWell == true, sender.isWell == true,
            premises.settings.mail.url?.hasPrefix("smtp") == true
        else { return checks }
        return checks + [try await server(premises)]
    }

    /// Whether letters can be written by the office's own templates.
    private static func templates(_ premises: Premises) -> [Checkup] {
        guard let folder = premises.settings.mail.templates,
            premises.settings.mail.letterhead != nil
        else { return [] }
        do {
            try premises.prepareStationery()
            return [
                Checkup(
                    name: "templates", isWell: true, finding: "Those in \(folder) can be used.")
            ]
        } catch {
            let finding = (error as? Problem)?.message ?? "\(error)"
            return [Checkup(name: "templates", isWell: false, finding: finding)]
        }
    }

    /// Whether the links in letters that go elsewhere lead anywhere from there.
    private static func links(_ mail: MailSettings) -> [Checkup] {
        guard mail.relay != nil, let page = mail.letterhead?.publicURL,
            let host = URL(string: page)?.host(),
            host == "localhost" || host == "::1" || host.hasPrefix("127.")
        else { return [] }
        return [
            Checkup(
                name: "http.url", isWell: false,
                finding:
                    "Links in letters begin with \(page), which leads nobody else anywhere: set"
                    + " http.url to the public address of your service.")
        ]
    }

    /// Whether a server elsewhere is greeted by a name that it can look up (ENV-12).
    private static func greeting(_ mail: MailSettings) -> [Checkup] {
        guard mail.relay != nil, let url = mail.url,
            let name = (try? mail.account(at: url))?.greeting, !SMTPAccount.isPublicName(name)
        else { return [] }
        return [
            Checkup(
                name: "mail.hello", isWell: false,
                finding:
                    "The mail server is greeted with no name that it can look up, which many refuse:"
                    + " set mail.hello to one like convene.example.org.")
        ]
    }

    /// Talks to the mail server as far as one can without a mail.
    private static func server(_ premises: Premises) async throws -> Checkup {
        do {
            let delivery = try await premises.office.postRoom(premises.actor).soundOut(
                try await premises.mailer())
            let isWell = delivery.outcome == .notStarted
            return Checkup(
                name: "mail server", isWell: isWell,
                finding: isWell ? "It answers and would take our mail." : delivery.reply)
        } catch let problem as Problem {
            return Checkup(
                name: "mail server", isWell: nil, finding: "It was not asked. \(problem.message)")
        }
    }

    /// Opens the mailbox in which answers arrive, as far as one can without reading a mail.
    static func mailbox(_ premises: Premises) async -> [Checkup] {
        guard premises.settings.mailbox.url != nil else { return [] }
        do {
            let mailbox = try await premises.mailbox()
            let memory = try await premises.office.inTray(premises.actor).memory(of: mailbox)
            _ = try await mailbox.open(after: memory)
            return [Checkup(name: "mailbox", isWell: true, finding: "It opens and can be read.")]
        } catch {
            let finding = (error as? Problem)?.message ?? "\(error)"
            return [Checkup(name: "mailbox", isWell: false, finding: finding)]
        }
    }

    private static func route(_ premises: Premises) async -> Checkup {
        do {
            _ = try await premises.mailer()
            return Checkup(
                name: "mail.url", isWell: true, finding: premises.settings.mail.url ?? "")
        } catch {
            return Checkup(name: "mail.url", isWell: false, finding: "\(error)")
        }
    }

    private static func sender(_ settings: Settings) -> Checkup {
        let from = settings.mail.letterhead?.from.text
        return Checkup(
            name: "mail.from", isWell: from != nil, finding: from ?? Problem.mailNotSet.message)
    }
}
