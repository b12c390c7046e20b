import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct WebhookDeliveries: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "List what a webhook was and is to be told.")

    @Argument(help: "The webhook's number.") var webhook: Int64
    @Option(parsing: .upToNextOption, help: "Only those in this state.")
    var state: [WebhookDelivery.State] = []
    @Option(help: "At most so many, the latest.") var limit = 100
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let deliveries = try await premises.office.webhookDesk(premises.actor).deliveries(
            of: Webhook.ID(webhook), states: state, limit: limit)
        output.show(Report.deliveries(deliveries), on: terminal)
    }
}

struct WebhookTest: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Post something to a webhook at once, and show its answer.")

    @Argument(help: "The webhook's number.") var webhook: Int64
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.webhookDesk(premises.actor)
        let delivery = try await desk.test(Webhook.ID(webhook))
        _ = try await desk.deliver(
            by: premises.settings.webhooks.courier, as: .thisProcess, only: [delivery])
        output.show(
            Card.delivery(try await desk.delivery(delivery.id, of: delivery.webhook)), on: terminal)
    }
}

struct WebhookRetry: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Try deliveries again at once: all that were given up.",
        discussion: """
            One that was delivered is told once more, under the same webhook-id. What fails again is \
            tried by the service, with the same pauses as at first.
            """)

    @Argument(help: "The webhook's number.") var webhook: Int64
    @Argument(help: "Only these deliveries, by their numbers.") var deliveries: [Int64] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.webhookDesk(premises.actor)
        let again = try await desk.retry(
            deliveries.isEmpty ? nil : deliveries.map { WebhookDelivery.ID($0) },
            of: Webhook.ID(webhook))
        _ = try await desk.deliver(
            by: premises.settings.webhooks.courier, as: .thisProcess, only: again)
        var tried: [WebhookDelivery] = []
        for delivery in again {
            tried.append(try await desk.delivery(delivery.id, of: delivery.webhook))
        }
        output.show(Report.deliveries(tried), on: terminal)
    }
}

extension WebhookDelivery.State: ExpressibleByArgument {}
