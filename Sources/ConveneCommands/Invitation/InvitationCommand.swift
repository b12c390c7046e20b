import ArgumentParser

struct InvitationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invitation", abstract: "Invitations, their answers, and reminders.",
        subcommands: [
            InvitationList.self, InvitationShow.self, InvitationAnswerCommand.self,
            InvitationRemind.self,
        ])
}
