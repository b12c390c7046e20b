import ArgumentParser

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "The outbox: what waits, what was sent, what failed and why.",
        subcommands: [
            MailQueue.self, MailShow.self, MailSend.self, MailRetry.self, MailCancel.self,
            MailHold.self, MailRelease.self, MailPreview.self, MailTest.self,
        ])
}
