import ArgumentParser

struct RegistrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registration", abstract: "Who is on an event's list, and where they stand.",
        subcommands: [
            RegistrationList.self, RegistrationShow.self, RegistrationConfirm.self,
            RegistrationDecline.self, RegistrationWithdraw.self, RegistrationWaitlist.self,
            RegistrationReject.self,
        ])
}
