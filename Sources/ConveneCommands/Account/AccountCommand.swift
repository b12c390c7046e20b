import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Who may come in to the service, as what; their passwords, codes and tokens.",
        discussion: """
            An account signs in to the pages under /office, or comes as a program with a token. Its \
            role says what it may do: admin (everything), organiser (programmes, events and all that \
            belongs to them), focal-point (nominates people of one country, and sees these only), \
            desk (takes attendance at given events), viewer (sees figures, and no names). \
            --programme, --event and --country say what it answers for.

            Whoever sits at the terminal has the file, and may do everything.
            """,
        subcommands: [
            AccountAdd.self, AccountList.self, AccountShow.self, AccountEdit.self,
            AccountPassword.self, AccountCode.self, AccountDisable.self, AccountEnable.self,
            AccountToken.self,
        ], aliases: ["accounts"])
}

struct AccountAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an account; it has no password until one is set.",
        discussion: """
            convene account add aru --role focal-point --country KZ --email aru@example.org
            convene account password aru
            """)

    @Argument(help: "Its name: a to z, digits, dots, hyphens; it stays for ever.") var name: String
    @Option(help: "What it may do.") var role: Account.Role
    @OptionGroup var reach: ReachOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.accountDesk(premises.actor).add(
            name, as: role, email: try reach.address, answeringFor: try reach.reach)
        output.show(Card.account(line), on: terminal)
        guard output.format == .table else { return }
        terminal.remark("“convene account password \(line.account.name)” lets it sign in.")
    }
}

struct AccountList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts.", aliases: ["ls"])

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let lines = try await premises.office.accountDesk(premises.actor).list()
        output.show(Report.accounts(lines), on: terminal)
    }
}

struct AccountShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one account.")

    @Argument(help: "The account.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.accountDesk(premises.actor).account(name)
        output.show(Card.account(line), on: terminal)
    }
}

struct AccountEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what an account may do, and for what it answers.",
        discussion: """
            --programme, --event or --country take the place of all that it answered for; \
            --everywhere takes it away.
            """)

    @Argument(help: "The account.") var name: String
    @Option(help: "What it may do from now on.") var role: Account.Role?
    @Flag(help: "It answers for everything.") var everywhere = false
    @OptionGroup var reach: ReachOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.accountDesk(premises.actor).edit(
            name, role: role, email: try reach.address,
            answeringFor: everywhere ? AccountReach() : reach.isGiven ? try reach.reach : nil)
        output.show(Card.account(line), on: terminal)
    }
}

struct AccountDisable: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Shut an account: its browsers and its programs are out at once.")

    @Argument(help: "The account.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.accountDesk(premises.actor).disable(name)
        output.show(Card.account(line), on: terminal)
    }
}

struct AccountEnable: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Open an account again, also one that wrong passwords keep shut.")

    @Argument(help: "The account.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.accountDesk(premises.actor).enable(name)
        output.show(Card.account(line), on: terminal)
    }
}

/// What an account answers for, on a command line.
struct ReachOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("It answers for these programmes and their stages.", valueName: "codes"))
    var programme: [String] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("It answers for these events.", valueName: "codes"))
    var event: [String] = []
    @Option(help: "It answers for people of this country only.") var country: String?
    @Option(help: "Where it can be written to.") var email: String?

    var isGiven: Bool { !programme.isEmpty || !event.isEmpty || country != nil }

    var reach: AccountReach {
        get throws {
            AccountReach(
                programmes: try programme.map { try Code($0) },
                events: try event.map { try Code($0) },
                country: try country.map { try Country.reading($0) })
        }
    }

    var address: EmailAddress? {
        get throws { try email.map { try EmailAddress($0) } }
    }
}

extension Account.Role: ExpressibleByArgument {}
