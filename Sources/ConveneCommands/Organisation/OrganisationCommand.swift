import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Institutions, each once, under all their names.",
        subcommands: [
            OrganisationList.self, OrganisationShow.self, OrganisationEdit.self,
            OrganisationDuplicates.self, OrganisationMergeCommand.self,
        ])
}

struct OrganisationList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the organisations.", aliases: ["ls"])

    @Argument(help: "Only those whose names begin so.") var name: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.organisationDesk(premises.actor)
        let organisations = try await desk.list(matching: name)
        output.show(Report.organisations(organisations), on: terminal)
    }
}

struct OrganisationShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an organisation.")

    @Argument(help: "One of its names, the beginning of one, or its number, such as O3.")
    var organisation: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.organisationDesk(premises.actor)
        let found = try await desk.organisation(organisation)
        output.show(Card.organisation(found), on: terminal)
    }
}

struct OrganisationEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change an organisation; its former name stays known.")

    @Argument(help: "One of its names, the beginning of one, or its number, such as O3.")
    var organisation: String
    @Option(help: "The name to list it under.") var name: String?
    @Option(help: ArgumentHelp("Another name, in any language. Repeatable.", valueName: "name"))
    var alsoCalled: [String] = []
    @Option(help: "ministry, museum, media, union, academia, ngo, private, un or other.")
    var stakeholder: String?
    @Option(help: "The country, by code or name.") var country: String?
    @Option(help: "The city.") var city: String?
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let edits = self
        let desk = premises.office.organisationDesk(premises.actor)
        let edited = try await desk.edit(organisation) { organisation in
            if let name = edits.name, name != organisation.name {
                organisation.otherNames.append(organisation.name)
                organisation.name = name
            }
            for name in edits.alsoCalled { organisation.otherNames.append(name) }
            organisation.otherNames.removeAll { $0 == organisation.name }
            if let group = edits.stakeholder {
                organisation.stakeholder = try StakeholderGroup.reading(group)
            }
            if let country = edits.country { organisation.country = try Country.reading(country) }
            if let city = edits.city { organisation.city = city }
        }
        terminal.say("O\(edited.id.rawValue) \(edited.name) is as said.")
    }
}
