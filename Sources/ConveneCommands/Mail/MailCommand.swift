import ArgumentParser

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "The outbox: what waits, what was sent, what failed and why; and what came back.",
        subcommands: [
            MailWrite.self, MailThank.self, MailQueue.self, MailShow.self, MailSend.self,
            MailRetry.self, MailCancel.self, MailHold.self, MailRelease.self, MailForget.self,
            MailPreview.self, MailTest.self, MailFetch.self, MailIncomingCommand.self,
            MailSuppressed.self, MailSuppress.self, MailUnsuppress.self, MailOptOut.self,
        ])
}
