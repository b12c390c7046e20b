import Configuration
import Convene

/// Where the service listens, whom it believes, and how much it takes.
package struct HTTPSettings: Sendable {
    package let host: String
    package let port: Int
    /// Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    package let proxies: [AddressRange]
    /// The most that a request may bring, in octets.
    package let bodyLimit: Int
    /// The most that a list of people may have, in octets, where officers hand one in.
    package let listLimit: Int
    /// In so many seconds a request is read, and in so many it is answered.
    package let timeout: Int
    /// How many connections are served at once; more wait.
    package let connections: Int
    /// How many forms one address may hand in within a minute; 0 sets no limit.
    package let formsPerMinute: Int
    /// How often one account may ask the API within a minute; 0 sets no limit.
    package let callsPerMinute: Int
    /// The office's own pages, before ours.
    package let pages: String?
    /// PEM files of the certificate chain and its key; nothing where a proxy speaks TLS.
    package let certificate: String?
    package let key: String?

    /// - Throws: `setting.invalid`.
    init(_ reader: ConfigReader) throws {
        (host, port) = try Self.address(
            reader.string(forKey: "http.address", default: "127.0.0.1:8080"))
        proxies = try reader.stringArray(forKey: "http.proxies", default: [])
            .flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }
            .map { try AddressRange(String($0)) }
        bodyLimit = try Self.number(reader, "http.body-limit", 1_000_000, 1000...1_000_000_000)
        listLimit = try Self.number(reader, "http.list-limit", 20_000_000, 1000...1_000_000_000)
        timeout = try Self.number(reader, "http.timeout", 30, 1...3600)
        connections = try Self.number(reader, "http.connections", 4000, 1...1_000_000)
        formsPerMinute = try Self.number(reader, "http.forms-per-minute", 60, 0...1_000_000)
        callsPerMinute = try Self.number(reader, "http.calls-per-minute", 600, 0...1_000_000)
        pages = reader.string(forKey: "http.pages")
        certificate = reader.string(forKey: "http.certificate")
        key = reader.string(forKey: "http.key")
        guard (certificate == nil) == (key == nil) else {
            throw Problem(
                .settingInvalid,
                "http.certificate and http.key go together: name both files, or neither.")
        }
    }

    private static func address(_ text: String) throws -> (String, Int) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65535).contains(port)
        else {
            throw Problem(
                .settingInvalid,
                "http.address is where to listen, such as 127.0.0.1:8080 or [::]:8080;"
                    + " “\(text.prefix(60))” is none.")
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        return (host.isEmpty ? "0.0.0.0" : host, port)
    }

    private static func number(
        _ reader: ConfigReader, _ key: ConfigKey, _ usual: Int, _ range: ClosedRange<Int>
    ) throws -> Int {
        let number = reader.int(forKey: key, default: usual)
        guard range.contains(number) else {
            throw Problem(
                .settingInvalid,
                "\(key) is a number from \(range.lowerBound) to \(range.upperBound); \(number) is not."
            )
        }
        return number
    }
}

/// What the service does by itself, by the clock.
package struct ScheduleSettings: Sendable {
    /// The folder of the nightly copies; nothing makes none.
    package let backups: String?
    /// How many copies are kept.
    package let copies: Int
    /// The hour, in UTC, at which the night's work is done.
    package let hour: Int
    /// How many minutes lie between two looks into the mailbox.
    package let fetchMinutes: Int

    /// - Throws: `setting.invalid`.
    init(_ reader: ConfigReader) throws {
        backups = reader.string(forKey: "backup.folder")
        copies = reader.int(forKey: "backup.copies", default: 14)
        hour = reader.int(forKey: "backup.hour", default: 2)
        fetchMinutes = reader.int(forKey: "mailbox.minutes", default: 5)
        guard copies >= 1, (0...23).contains(hour), (1...1440).contains(fetchMinutes) else {
            throw Problem(
                .settingInvalid,
                "backup.copies is 1 or more, backup.hour from 0 to 23, mailbox.minutes from 1 to 1440."
            )
        }
    }
}
