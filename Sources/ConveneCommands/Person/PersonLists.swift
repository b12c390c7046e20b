import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonFind: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find people by any part of a name, address or organisation.",
        discussion: """
            In either script and any order: сеит finds Seitova, and eito finds Сеитова. Whole names \
            come first, then beginnings, then parts, then addresses and organisations.
            """)

    @Argument(help: "Parts of names, the beginning of an address, or an organisation.")
    var words: [String]
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let text = words.joined(separator: " ")
        let people = try await premises.office.personDesk(premises.actor).find(
            text, limit: max(1, limit))
        output.show(Report.people(people, empty: "Nobody found."), on: terminal)
        if people.isEmpty { throw ExitCode(3) }
    }
}

struct PersonList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody in the register.", aliases: ["ls"])

    @Option(help: "Only people of this country.") var country: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let country = try country.map(Country.reading)
        let people = try await premises.office.personDesk(premises.actor).list(country: country)
        output.show(Report.people(people, empty: "No people yet."), on: terminal)
    }
}
