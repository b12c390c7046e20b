import ArgumentParser
import Convene
import ConveneBootstrap

struct Register: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Register people at an event.",
        discussion: """
            convene register EVENT --given Aigul --family Seitova --country KZ --email a@example.org
            convene register EVENT PERSON…
            convene register EVENT --from list.csv

            Confirmed while there are seats, then the waiting list. \(PeopleListOptions.columns)
            """)

    @OptionGroup var entry: EntryArguments
    @OptionGroup var telling: TellingOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await entry.enter(
            as: telling.mail ? .registeredAndTold : .registered, in: premises, on: terminal)
    }
}

struct Nominate: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "nominate", abstract: "Put people on an event's list before the invitations.",
        discussion: """
            convene nominate EVENT --given Aigul --family Seitova --country KZ --email a@example.org
            convene nominate EVENT PERSON…
            convene nominate EVENT --from list.csv

            \(PeopleListOptions.columns)
            """)

    @OptionGroup var entry: EntryArguments
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        try await entry.enter(as: .nominated, in: premises, on: terminal)
    }
}
