import Configuration
package import Convene
import ConveneCurl
package import FoundationEssentials
import SystemPackage

/// What the office is told about itself: by a flag, the environment, `convene.yaml` or not at all,
/// in this order.
///
/// Every key of the file has its variable: `mail.url` is `CONVENE_MAIL_URL`.
package struct Settings: Sendable {
    package let database: String
    package let mail: MailSettings
    package let mailbox: MailboxSettings
    package let http: HTTPSettings
    package let schedule: ScheduleSettings
    package let webhooks: WebhookSettings
    /// The public address with which links begin.
    package let publicURL: String
    /// The instant at which the clock is held, for rehearsals; nothing lets it run.
    package let heldAt: Date?
    /// The configuration file that was read, if any.
    package let file: String?
    /// Headings of lists that the office has added to those that are understood, by field; under `-`
    /// those of columns that are left out.
    package let headings: [String: [String]]
    /// After how many years without an event people are to be forgotten; nothing means never.
    package let retentionYears: Int?
    /// After how many days from an event's end the words of mails about it are to be forgotten;
    /// nothing means never.
    package let retentionMailDays: Int?

    /// - Parameters:
    ///   - database, file: what the command line says, before everything else.
    /// - Throws: `setting.invalid`.
    package init(
        database: String? = nil, file: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws {
        let named = file ?? environment["CONVENE_CONFIG"]
        let path = named ?? "convene.yaml"
        let exists = FileManager.default.fileExists(atPath: path)
        guard named == nil || exists else { throw Problem.configurationMissing(path) }
        let reader = try await Self.reader(of: exists ? path : nil, environment)
        self.file = exists ? path : nil
        self.database = database ?? reader.string(forKey: "database", default: "convene.db")
        publicURL = try Self.url(reader)
        mail = try MailSettings(reader)
        mailbox = MailboxSettings(reader)
        http = try HTTPSettings(reader)
        schedule = try ScheduleSettings(reader)
        webhooks = try WebhookSettings(reader)
        headings = Self.headings(reader)
        retentionYears = try Self.number(
            reader, "years", "retention.years is a number of years; 0 keeps people for ever.")
        retentionMailDays = try Self.number(
            reader, "mail-days", "retention.mail-days is a number of days; 0 keeps mail for ever.")
        heldAt = try environment["CONVENE_NOW"].map(Self.instant)
    }

    private static func reader(of path: String?, _ environment: [String: String]) async throws
        -> ConfigReader
    {
        let variables = EnvironmentVariablesProvider(
            environmentVariables: environment,
            secretsSpecifier: .specific([
                "CONVENE_MAIL_PASSWORD", "CONVENE_MAIL_TOKEN", "CONVENE_MAILBOX_PASSWORD",
                "CONVENE_MAILBOX_TOKEN",
            ])
        ).prefixKeys(with: "convene")
        guard let path else { return ConfigReader(provider: variables) }
        do {
            let file = try await FileProvider<YAMLSnapshot>(filePath: FilePath(path))
            return ConfigReader(providers: [variables, file])
        } catch {
            throw Problem(
                .settingInvalid,
                "\(path) can't be read as YAML: compare it with Config/convene.yaml. (\(error))")
        }
    }

    private static func url(_ reader: ConfigReader) throws -> String {
        let text = reader.string(forKey: "http.url", default: "http://127.0.0.1:8080")
        guard text.hasPrefix("https://") || text.hasPrefix("http://"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Problem(
                .settingInvalid,
                "http.url is the public address in links, for example https://convene.example.org;"
                    + " “\(text.prefix(80))” is none.")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func headings(_ reader: ConfigReader) -> [String: [String]] {
        let names = PersonField.allCases.map { ($0.rawValue, $0.rawValue) } + [("-", "left-out")]
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { field, key in
                reader.stringArray(forKey: ConfigKey(["lists", "headings", key])).map {
                    (field, $0)
                }
            })
    }

    /// - Returns: nothing for 0.
    private static func number(_ reader: ConfigReader, _ key: String, _ rule: String) throws
        -> Int?
    {
        let number = reader.int(forKey: ConfigKey(["retention", key]), default: 0)
        guard number >= 0 else { throw Problem(.settingInvalid, rule) }
        return number == 0 ? nil : number
    }

    private static func instant(_ text: String) throws -> Date {
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw Problem(
                .settingInvalid,
                "CONVENE_NOW holds the clock at an instant such as 2011-09-01T09:00:00Z;"
                    + " “\(text.prefix(40))” is none.")
        }
        return date
    }
}

/// How mail leaves, and in whose name.
package struct MailSettings: Sendable {
    package let url: String?
    package let letterhead: Letterhead?
    package let templates: String?
    let user: String?
    let password: String?
    let token: String?
    let tokenCommand: String?
    let pace: Pace
    let startTLS: String?
    let connections: Int
    let mailsPerConnection: Int
    let helloName: String?
    let authority: String?
    /// How mail is signed, where the relay does not.
    package let dkim: DKIMSettings?

    /// The host that mail is handed to; nothing where it goes to files, or stays on this machine.
    var relay: String? {
        guard let url, url.hasPrefix("smtp"), !MailRoute.isLoopbackOrFile(url),
            let authority = url.split(separator: "/").dropFirst().first
        else { return nil }
        return authority.split(separator: ":").first.map(String.init)
    }

    /// - Throws: `setting.invalid`, `address.invalid`.
    init(_ reader: ConfigReader) throws {
        url = reader.string(forKey: "mail.url")
        templates = reader.string(forKey: "mail.templates")
        user = reader.string(forKey: "mail.user")
        password = reader.string(forKey: "mail.password", isSecret: true)
        token = reader.string(forKey: "mail.token", isSecret: true)
        tokenCommand = reader.string(forKey: "mail.token-command")
        pace = try Pace(reader.string(forKey: "mail.pace", default: ""))
        startTLS = reader.string(forKey: "mail.starttls")
        connections = reader.int(forKey: "mail.connections", default: 4)
        mailsPerConnection = reader.int(forKey: "mail.per-connection", default: 100)
        helloName = reader.string(forKey: "mail.hello")
        authority = reader.string(forKey: "mail.authority")
        dkim = try DKIMSettings(reader)
        letterhead = try reader.string(forKey: "mail.from").map { from in
            let address = try EmailAddress(from)
            let replyTo = try reader.string(forKey: "mail.reply-to").map { try EmailAddress($0) }
            return Letterhead(
                from: address, name: reader.string(forKey: "mail.name", default: ""),
                replyTo: replyTo ?? address, publicURL: try Self.publicURL(reader),
                tags: try Letterhead.Tags(reader, from: address, replyTo: replyTo ?? address))
        }
    }

    private static func publicURL(_ reader: ConfigReader) throws -> String {
        let text = reader.string(forKey: "http.url", default: "http://127.0.0.1:8080")
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

extension Problem {
    static func configurationMissing(_ path: String) -> Problem {
        Problem(
            .settingInvalid,
            "The configuration file \(path) is not there: name another with --config or CONVENE_CONFIG,"
                + " or leave both out.")
    }
}
