import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports
import FoundationEssentials

struct AccountPassword: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set an account's password.",
        discussion: """
            It is asked for, or read from standard input as one line: it never stands on a command \
            line, which others can see. Whoever is signed in with the old one is out.
            """)

    @Argument(help: "The account.") var name: String
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.accountDesk(premises.actor)
        _ = try await desk.account(name)
        guard let password = terminal.secret("New password for \(name)") else {
            throw Problem(
                .passwordWeak, "No password was given: type one, or send it on standard input.")
        }
        _ = try await desk.setPassword(password, of: name)
        terminal.say("The password of \(name) is set.")
    }
}

struct AccountCode: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Have an account asked for a one-time code besides its password.",
        discussion: """
            The secret is shown this once: type it into the program that makes the codes (RFC 6238, \
            six digits, thirty seconds). --off asks for no code any more.
            """)

    @Argument(help: "The account.") var name: String
    @Flag(help: "Ask for no code any more.") var off = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.accountDesk(premises.actor)
        let secret = try await desk.setCodes(!off, of: name)
        output.show(
            Card(
                title: off ? "\(name) is asked for no codes" : "One-time codes of \(name)",
                fields: [
                    .init("account", "Account", .text(name), forPrograms: true),
                    .init("secret", "Secret", Value(secret?.text)),
                    .init("url", "Address", Value(secret?.url)),
                ]), on: terminal)
    }
}

struct AccountToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens with which programs come in for an account.",
        subcommands: [AccountTokenAdd.self, AccountTokenList.self, AccountTokenRevoke.self],
        aliases: ["tokens"])
}

struct AccountTokenAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a token. It is shown this once.",
        discussion: """
            convene account token add aru --label 'nightly export' --scope read --expires 2012-12-31
            """)

    @Argument(help: "The account.") var name: String
    @Option(help: "What it is for, in a few words.") var label: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What it opens: read, write, attendance.", valueName: "scopes"))
    var scope: [AccessToken.Scope] = [.read]
    @Option(help: ArgumentHelp("The last day on which it works.", valueName: "day"))
    var expires: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let last = try expires.map { try Reading.day($0) }
        let issued = try await premises.office.accountDesk(premises.actor).issue(
            label, for: name, scopes: Set(scope), until: last)
        output.show(
            Card(
                title: "Token \(issued.token.id.rawValue) for \(name)",
                fields: [
                    .init("token", "No.", .number(Int(issued.token.id.rawValue))),
                    .init("secret", "Token", .text(issued.secret)),
                    .init("expires_at", "Ends", Value(issued.token.expiresAt)),
                ]), on: terminal)
        guard output.format == .table else { return }
        terminal.remark("It is not shown again. Send it as “Authorization: Bearer …”.")
    }
}

struct AccountTokenList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an account's tokens.", aliases: ["ls"])

    @Argument(help: "The account.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let tokens = try await premises.office.accountDesk(premises.actor).tokens(of: name)
        output.show(Report.tokens(tokens), on: terminal)
    }
}

struct AccountTokenRevoke: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a token back, for ever.")

    @Argument(help: "The token's number.") var token: Int64
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let revoked = try await premises.office.accountDesk(premises.actor).revoke(.init(token))
        terminal.say("Token \(revoked.id.rawValue) (\(revoked.label)) opens nothing any more.")
    }
}

extension AccessToken.Scope: ExpressibleByArgument {}
