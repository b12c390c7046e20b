import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook", abstract: "Addresses on the web that are told what changes.",
        discussion: """
            The service posts each change as JSON, signed as standardwebhooks.com describes: what \
            happened, when, and to what, by its code or number; names and addresses of people are \
            never in it. What is not answered with a 2xx status is tried again for three days, with \
            growing pauses; 410 turns a webhook off.

            A change may be told twice, under the same webhook-id, and not in the order in which it \
            happened.
            """,
        subcommands: [
            WebhookAdd.self, WebhookList.self, WebhookShow.self, WebhookEdit.self,
            WebhookDisable.self, WebhookEnable.self, WebhookRemove.self, WebhookTest.self,
            WebhookDeliveries.self, WebhookRetry.self,
        ], aliases: ["webhooks"])
}

struct WebhookAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Have an address told what changes; its secret is shown once.",
        discussion: """
            convene webhook add https://hooks.example.org/convene \
            --change registration event.cancelled
            """)

    @Argument(help: "The address: https, or http to this machine.") var url: String
    @OptionGroup var changes: ChangeOptions
    @Option(help: "Only what belongs to this event.") var event: String?
    @Option(help: "Only what belongs to this programme and its stages.") var programme: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let (line, secret) = try await premises.office.webhookDesk(premises.actor).add(
            try WebhookURL(url), changes: try changes.words, event: try event.map { try Code($0) },
            programme: try programme.map { try Code($0) })
        var card = Card.webhook(line)
        card.fields.append(.init("secret", "Secret", .text(secret.text)))
        output.show(card, on: terminal)
        guard output.format == .table else { return }
        terminal.remark("The secret is not shown again: by it the receiver checks signatures.")
    }
}

struct WebhookList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the webhooks.", aliases: ["ls"])

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let lines = try await premises.office.webhookDesk(premises.actor).list()
        output.show(Report.webhooks(lines), on: terminal)
    }
}

struct WebhookShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a webhook, and what it was told last.")

    @Argument(help: "Its number.") var webhook: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.webhookDesk(premises.actor)
        let line = try await desk.webhook(Webhook.ID(webhook))
        let last = try await desk.deliveries(of: line.webhook.id, limit: 10)
        output.show(Card.webhook(line, deliveries: [.deliveries(last)]), on: terminal)
    }
}

struct WebhookEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change where a webhook goes, or what it hears of.",
        discussion: "--change takes the place of all that it heard of; --everything takes it away.")

    @Argument(help: "Its number.") var webhook: Int64
    @Option(help: "The address from now on.") var url: String?
    @OptionGroup var changes: ChangeOptions
    @Flag(help: "It hears of every change.") var everything = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let (url, words) = (try url.map { try WebhookURL($0) }, try changes.words)
        let line = try await premises.office.webhookDesk(premises.actor).edit(Webhook.ID(webhook)) {
            $0.url = url ?? $0.url
            if everything || !words.isEmpty { $0.changes = everything ? [] : words }
        }
        output.show(Card.webhook(line), on: terminal)
    }
}

struct WebhookDisable: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Turn a webhook off: what changes meanwhile isn't told.")

    @Argument(help: "Its number.") var webhook: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.webhookDesk(premises.actor).set(
            isEnabled: false, of: Webhook.ID(webhook))
        output.show(Card.webhook(line), on: terminal)
    }
}

struct WebhookEnable: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Turn it on again; what was queued before is told then.")

    @Argument(help: "Its number.") var webhook: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.webhookDesk(premises.actor).set(
            isEnabled: true, of: Webhook.ID(webhook))
        output.show(Card.webhook(line), on: terminal)
    }
}

struct WebhookRemove: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a webhook with what it was and is to be told.",
        aliases: ["rm"])

    @Argument(help: "Its number.") var webhook: Int64
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let gone = try await premises.office.webhookDesk(premises.actor).remove(
            Webhook.ID(webhook))
        terminal.say("\(gone.url.text) is told nothing any more.")
    }
}

/// What a webhook hears of, on a command line.
struct ChangeOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What it hears of: registration.confirmed, or registration for all of its kind.",
            valueName: "changes"))
    var change: [String] = []

    /// - Throws: `value.invalid`.
    var words: [ChangeWord] {
        get throws { try change.map { try ChangeWord($0) } }
    }
}
